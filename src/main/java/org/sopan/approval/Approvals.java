package org.sopan.approval;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sopan.completion.Award;
import org.sopan.completion.MyAwards;
import org.sopan.completion.Standing.ConditionState;
import org.sopan.platform.Batches;
import org.sopan.platform.Words;
import org.sopan.shared.CohortId;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;
import org.sopan.spi.certificate.AsPrinted.Memo;

/** The queue of awards that wait for a person, and what was done about each. */
@ApplicationScoped
public class Approvals implements MyAwards.ApprovalLines {
    private final EntityManager entities;
    private final Batches batches;

    @Inject
    public Approvals(EntityManager entities, Batches batches) {
        this.entities = entities;
        this.batches = batches;
    }

    /** What was done: one line, appended and never changed. */
    public record Act(UUID award, String what, @Nullable String reason, @Nullable String note, @Nullable PersonId by) {}

    /** The award it is over was written in the same transaction, and must be there first. */
    void add(Approval approval) {
        entities.flush();
        entities.persist(approval);
    }

    public Optional<Approval> find(UUID award) {
        return Optional.ofNullable(entities.find(Approval.class, award));
    }

    Optional<Approval> locked(UUID award) {
        return Optional.ofNullable(entities.find(Approval.class, award, LockModeType.PESSIMISTIC_WRITE));
    }

    /** These, locked until the transaction ends; in the order of their ids. */
    Map<UUID, Approval> locked(Collection<UUID> awards) {
        return Batches.listed(awards.stream().sorted().toList(), chunk -> entities.createQuery(
                                "select a from Approval a where a.award in :awards order by a.award", Approval.class)
                        .setParameter("awards", chunk)
                        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(Approval::award, approval -> approval));
    }

    Map<UUID, Approval> all(Collection<UUID> awards) {
        return Batches.listed(awards, chunk -> entities.createQuery(
                                "select a from Approval a where a.award in :awards", Approval.class)
                        .setParameter("awards", chunk)
                        .getResultList())
                .stream()
                .collect(Collectors.toMap(Approval::award, approval -> approval));
    }

    /** The office memo under which an award was approved, if one was given. */
    public @Nullable Memo memo(UUID award) {
        return find(award).map(Approval::memo).orElse(null);
    }

    /** The awards of the same kind, of the same course or programme, that one of these records has had approved. */
    List<Had> approvedAmong(Collection<PersonId> records) {
        return Batches.listed(records, chunk -> entities.createQuery(
                        "select new org.sopan.approval.Approvals.Had(a.person, a.kind, a.course, a.cohort)"
                                + " from Award a, Approval p where p.award = a.id and p.state = :approved"
                                + " and a.person in :records",
                        Had.class)
                .setParameter("approved", Approval.State.APPROVED)
                .setParameter("records", chunk)
                .getResultList());
    }

    /** An award that was approved for a record before. */
    public record Had(PersonId person, String kind, @Nullable String course, @Nullable CohortId cohort) {
        /** What a person can have once: over the programme whatever the cohort, in a course once in each. */
        String key(PersonId owner) {
            return owner + "/" + kind + "/" + (course == null ? "programme" : course + "/" + cohort);
        }

        static Had of(Award award) {
            return new Had(award.person(), award.kind(), award.course(), award.cohort());
        }
    }

    void write(Collection<Act> acts, Instant at) {
        batches.execute(
                "insert into approval_act (award, what, reason, note, made_by, made_at) values (?, ?, ?, ?, ?, ?)",
                acts.stream()
                        .map(act -> new @Nullable Object[] {
                            act.award(),
                            act.what(),
                            act.reason(),
                            act.note(),
                            act.by() == null ? null : act.by().value(),
                            at
                        })
                        .toList());
    }

    @Override
    public Map<UUID, ConditionState> of(Collection<UUID> awards, Language reader) {
        Map<UUID, ConditionState> lines = new HashMap<>();
        all(awards).forEach((award, approval) -> lines.put(award, line(approval)));
        return lines;
    }

    /** The last line of "why not yet": in neutral words, whatever was noted inside. */
    static ConditionState line(Approval approval) {
        boolean approved = approval.state() == Approval.State.APPROVED;
        return new ConditionState(
                MyAwards.APPROVAL,
                approved,
                approval.state().word(),
                approved ? approval.decidedAt() : null,
                approved ? null : toDo(approval));
    }

    private static LocalizedText toDo(Approval approval) {
        String reason = approval.reason();
        String code = approval.state() == Approval.State.RETURNED && reason != null
                ? ReturnReason.PREFIX + reason
                : "approval.todo." + approval.state().word();
        return LocalizedText.of(
                Words.of(Language.EN, code, "approval.todo.waiting"),
                Words.of(Language.BN, code, "approval.todo.waiting"));
    }
}
