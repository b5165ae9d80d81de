package org.sopan.assessment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.course.Course;
import org.sopan.course.Quiz;
import org.sopan.enrolment.Enrolment;
import org.sopan.shared.DomainException;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.PersonId;

/**
 * One try at a quiz (a QTI candidate session). It is drawn when it begins, from the release that is live then, and
 * finishes on that release. While it is open, answers go into its journal; the server alone knows when it ends; once
 * submitted its result never changes.
 */
@Entity
@Table(name = "attempt")
public class Attempt {
    @Id
    private UUID id;

    private EnrolmentId enrolment;
    private PersonId person;
    private String quiz;
    private int number;
    private String course;
    private String release;
    private long seed;

    @Column(name = "started_at")
    private Instant startedAt;

    private @Nullable Instant deadline;

    @Enumerated(EnumType.STRING)
    private State state;

    @Column(name = "open_key")
    private @Nullable String openKey;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    private String drawn;
    private @Nullable String result;
    private @Nullable Integer percent;
    private @Nullable Boolean passed;

    @Column(name = "journal_head")
    private String journalHead;

    @Column(name = "journal_length")
    private int journalLength;

    @Version
    private long version;

    protected Attempt() {}

    Attempt(
            UUID id,
            Enrolment enrolment,
            Course course,
            Quiz quiz,
            int number,
            int extraMinutes,
            long seed,
            Instant now) {
        this.id = id;
        this.enrolment = enrolment.id();
        this.person = enrolment.person();
        this.quiz = quiz.id();
        this.number = number;
        this.course = course.id();
        this.release = course.release();
        this.seed = seed;
        this.startedAt = now;
        Integer minutes = quiz.timeLimitMinutes();
        this.deadline = minutes == null ? null : now.plusSeconds((minutes + extraMinutes) * 60L);
        this.state = State.OPEN;
        this.openKey = openKey(enrolment.id(), quiz.id());
        this.journalHead = "";
        this.drawn = "[]";
    }

    /** Open for answers, or submitted. */
    public enum State {
        OPEN,
        SUBMITTED
    }

    static String openKey(EnrolmentId enrolment, String quiz) {
        return enrolment + "/" + quiz;
    }

    /** Draws items, and for each the order and ids of what it shows; the same seed draws the same. */
    void draw(Quiz content, QuestionTypes types) {
        Random random = SeededChance.of(seed);
        drawn = DrawnItem.toJson(
                Draw.from(content.items(org.sopan.course.Item.Use.PRACTICE), content.draw(), random).stream()
                        .map(item -> new DrawnItem(
                                item.id(), item.points(), types.of(item.type()).draw(item.definition(), random)))
                        .toList());
    }

    /** Refuses when no more answers are taken: submitted, or past the deadline. */
    void mustTakeAnswers(Instant now) {
        Instant end = deadline;
        if (state != State.OPEN || (end != null && now.isAfter(end))) {
            throw new DomainException.Conflict("attempt-closed");
        }
    }

    /** Gives more time to one that has a deadline and is not over; any other stays as it is. */
    void extend(int minutes, Instant now) {
        Instant end = deadline;
        if (state == State.OPEN && end != null && !now.isAfter(end)) {
            deadline = end.plusSeconds(minutes * 60L);
        }
    }

    /** Adds an entry to the chain of the journal and gives its place. */
    int append(String hash) {
        journalHead = hash;
        return ++journalLength;
    }

    void submit(String marked, int percentReached, boolean isPassed, Instant now) {
        state = State.SUBMITTED;
        openKey = null;
        submittedAt = now;
        result = marked;
        percent = percentReached;
        passed = isPassed;
    }

    public UUID id() {
        return id;
    }

    public EnrolmentId enrolment() {
        return enrolment;
    }

    PersonId person() {
        return person;
    }

    public String quiz() {
        return quiz;
    }

    public int number() {
        return number;
    }

    String course() {
        return course;
    }

    public String release() {
        return release;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant deadline() {
        return deadline;
    }

    public State state() {
        return state;
    }

    public @Nullable Instant submittedAt() {
        return submittedAt;
    }

    List<DrawnItem> drawn() {
        return DrawnItem.fromJson(drawn);
    }

    DrawnItem drawn(String item) {
        return drawn().stream()
                .filter(each -> each.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new DomainException.NotFound("unknown-item"));
    }

    /** The result as JSON; only of one that was submitted. */
    public String result() {
        return Objects.requireNonNull(result, "not submitted");
    }

    String journalHead() {
        return journalHead;
    }
}
