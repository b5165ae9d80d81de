package org.sopan.platform;

import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sopan.shared.PersonId;

/**
 * What one room holds of people: told to the person as a download, named field by field before an erasure, and taken
 * away by it. Every bean of this type has its say; a test sees to it that no table is forgotten. A bean needs nothing but
 * the EntityManager.
 */
public interface PersonalData {
    /**
     * Whose data it is.
     *
     * @param records the person's record and those that were joined to it
     * @param addresses every e-mail address that these records have or had
     */
    record Subject(PersonId person, Set<PersonId> records, Set<String> addresses) {
        public Subject {
            records = Set.copyOf(records);
            addresses = Set.copyOf(addresses);
        }
    }

    /** What an erasure does with something: it goes, stays, or stays without telling whose it was. */
    enum Fate {
        GOES,
        STAYS,
        PSEUDONYMISED;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Columns of a table and what an erasure does with them.
     *
     * @param fields the columns, or {@code *} for whole rows
     * @param why a code that finds its words in the reader's language
     */
    record Holding(String table, List<String> fields, Fate fate, String why) {
        public Holding {
            fields = List.copyOf(fields);
        }

        public static Holding rows(String table, Fate fate, String why) {
            return new Holding(table, List.of("*"), fate, why);
        }
    }

    /** Takes up files that belong to a download. */
    interface Files {
        void add(String name, byte[] bytes);
    }

    /** The room's name, under which its data stands in the download. */
    String room();

    List<Holding> holdings(Subject subject);

    /** Writes what is held as members of an object that is open; in a number of queries that does not grow. */
    void write(Subject subject, JsonGenerator json);

    /** Adds what is held as documents. */
    default void files(Subject subject, Files files) {}

    /**
     * Takes away what goes. Again it changes nothing.
     *
     * @param pseudonym an address that tells nothing, in place of the person's
     */
    default void erase(Subject subject, String pseudonym) {}
}
