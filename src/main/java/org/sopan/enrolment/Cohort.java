package org.sopan.enrolment;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.CohortId;
import org.sopan.shared.DomainException;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.LocalizedText;
import org.sopan.shared.PersonId;

/** A batch: a host, one course or the whole programme, first and last day, and seats per institute. */
@Entity
@Table(name = "cohort")
public class Cohort {
    @Id
    private UUID id;

    private String host;
    private @Nullable String course;

    @Column(name = "title_en")
    private @Nullable String titleEn;

    @Column(name = "title_bn")
    private @Nullable String titleBn;

    private LocalDate starts;
    private LocalDate ends;

    @Column(name = "nomination_order")
    private @Nullable String nominationOrder;

    @Column(name = "order_date")
    private @Nullable LocalDate orderDate;

    private @Nullable PersonId contact;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "cohort_seats", joinColumns = @JoinColumn(name = "cohort"))
    @MapKeyColumn(name = "institute")
    @Column(name = "seats")
    private Map<String, Integer> seats = new HashMap<>();

    @Version
    private long version;

    protected Cohort() {}

    /**
     * A new cohort.
     *
     * @param course the one course, or null for the programme
     * @throws DomainException.Invalid when it would end before it starts, or seats are not positive
     */
    public Cohort(
            CohortId id,
            String host,
            @Nullable String course,
            LocalizedText title,
            LocalDate starts,
            LocalDate ends,
            Map<String, Integer> seats,
            @Nullable String nominationOrder,
            Instant now) {
        this.id = id.value();
        this.host = host;
        this.course = course;
        this.createdAt = now;
        revise(new Terms(title, starts, ends, seats, nominationOrder, null));
    }

    /** What may change while it runs; no seats at all means that everybody has a place. */
    public record Terms(
            LocalizedText title,
            LocalDate starts,
            LocalDate ends,
            Map<String, Integer> seats,
            @Nullable String nominationOrder,
            @Nullable LocalDate orderDate) {
        public Terms {
            seats = Map.copyOf(seats);
        }
    }

    /** Takes over all of the terms. Refuses those that would end before they start, or seats that are not positive. */
    final void revise(Terms terms) {
        if (terms.ends().isBefore(terms.starts())) {
            throw DomainException.Invalid.refused("invalid-input", new FieldError("ends", "dates"));
        }
        terms.seats().forEach((institute, number) -> {
            if (number < 1) {
                throw DomainException.Invalid.refused(
                        "invalid-input", new FieldError("seats." + institute, "not-positive"));
            }
        });
        titleEn = terms.title().en();
        titleBn = terms.title().bn();
        starts = terms.starts();
        ends = terms.ends();
        if (!seats.equals(terms.seats())) {
            seats.clear();
            seats.putAll(terms.seats());
        }
        nominationOrder = terms.nominationOrder();
        orderDate = terms.orderDate();
    }

    void reachedThrough(@Nullable PersonId person) {
        contact = person;
    }

    public CohortId id() {
        return new CohortId(id);
    }

    public String host() {
        return host;
    }

    public @Nullable String course() {
        return course;
    }

    /** The one course, or all of the programme. */
    public List<String> courses(List<String> programme) {
        return course == null ? programme : List.of(course);
    }

    public LocalizedText title() {
        return new LocalizedText(titleEn, titleBn);
    }

    public LocalDate starts() {
        return starts;
    }

    public LocalDate ends() {
        return ends;
    }

    public @Nullable String nominationOrder() {
        return nominationOrder;
    }

    /** The day of the nomination order. */
    public @Nullable LocalDate orderDate() {
        return orderDate;
    }

    /** Whom to write to about it. */
    public @Nullable PersonId contact() {
        return contact;
    }

    public Terms terms() {
        return new Terms(title(), starts, ends, seats, nominationOrder, orderDate);
    }

    public boolean hasCourse(String wanted) {
        return course == null || course.equals(wanted);
    }

    /** Refuses an enrolment in a course that it does not have, or one that comes after its last day. */
    void mustTake(String wanted, LocalDate today) {
        if (!hasCourse(wanted)) {
            throw new DomainException.Conflict("cohort-without-course");
        }
        mustNotBeOver(today);
    }

    void mustNotBeOver(LocalDate today) {
        if (ends.isBefore(today)) {
            throw new DomainException.Conflict("cohort-over");
        }
    }

    public Map<String, Integer> seats() {
        return Map.copyOf(seats);
    }

    /** Seats of this institute; one that is not named has none, unless no institute is. */
    public int seatsOf(String institute) {
        return seats.isEmpty() ? Integer.MAX_VALUE : seats.getOrDefault(institute, 0);
    }

    /** Whether this institute hosts it or has seats. */
    public boolean concerns(String institute) {
        return host.equals(institute) || seatsOf(institute) > 0;
    }
}
