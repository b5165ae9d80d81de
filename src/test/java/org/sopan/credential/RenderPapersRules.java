package org.sopan.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.sopan.identity.Person;
import org.sopan.platform.PlugIns;
import org.sopan.testing.Rooms;
import org.sopan.testing.SamePrice;
import org.sopan.testing.Study;
import org.sopan.testing.TestDatabase;

abstract class RenderPapersRules {
    /** More than are drawn side by side. */
    private static final int MANY = 34;

    private final TestDatabase database;
    private final Rooms rooms;
    private final Study study;
    private final Papers papers;

    RenderPapersRules(TestDatabase database) {
        this.database = database;
        rooms = new Rooms(database).withCourses();
        study = new Study(rooms);
        papers = new Papers(rooms.entities);
    }

    @Test
    void drawsAllThatAreDueInOneRunAndPassesOverThoseItCannot() {
        List<String> serials = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            serials.add(earn("learner" + i));
        }
        database.update("update certificate set design = 'gone' where serial = '" + serials.get(0) + "'");
        Person nameless = rooms.learner("nameless", "nilg");
        database.update("update person set name_en = null, name_bn = null where id = '" + nameless.id() + "'");
        act(nameless);
        new RenderPapers(new TransactedPaperWork(rooms, study), new PlugIns()).run();
        assertThat(database.number("select count(*) from certificate_paper")).isEqualTo(MANY - 1);
        assertThat(database.number("select count(*) from certificate where paper_stored"))
                .isEqualTo(MANY - 1);
        assertThat(database.number("select count(*) from outbox where released"))
                .isEqualTo(MANY - 1);
        assertThat(database.number("select count(*) from certificate where paper_trouble = 'paper-not-made'"))
                .isEqualTo(1);
        assertThat(database.number("select count(*) from certificate where held_because = 'name-missing'"))
                .isEqualTo(1);
    }

    @Test
    void storesOneByOneWhatCannotBeStoredTogether() {
        String first = earn("first");
        String second = earn("second");
        new RenderPapers(
                        new TransactedPaperWork(rooms, study) {
                            @Override
                            void store(Map<String, byte[]> drawn) {
                                if (drawn.containsKey(first)) {
                                    throw new IllegalStateException("the database does not take it");
                                }
                                super.store(drawn);
                            }
                        },
                        new PlugIns())
                .run();
        assertThat(database.in(() -> papers.find(first))).isEmpty();
        assertThat(database.in(() -> papers.find(second))).isPresent();
    }

    @Test
    void drawsThePicturesThatStoodInTheSlotsOnTheDayOfIssue() throws IOException {
        rooms.administrator();
        SigningActs desk = new SigningActs(rooms);
        String emblem = desk.keep(SigningActs.png(0x0B4F3E));
        desk.fill("emblem", null, emblem);
        desk.add(SigningActs.signedWith(SigningActs.terms("First"), desk.keep(SigningActs.png(0x1B2F7A))));
        String serial = earn("rahima");
        desk.fill("emblem", null, null);
        new RenderPapers(new TransactedPaperWork(rooms, study), new PlugIns()).run();
        byte[] pdf = database.in(() -> papers.find(serial)).orElseThrow();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Iterable<COSName> drawn = document.getPage(0).getResources().getXObjectNames();
            assertThat(drawn).hasSize(2);
        }
    }

    @Test
    void learnsWhatToDrawInAsManyStatementsForThirtyAsForThree() {
        for (int i = 0; i < SamePrice.MANY; i++) {
            earn("learner" + i);
        }
        List<String> due = new TransactedPaperWork(rooms, study).due(0, SamePrice.MANY);
        PaperWork work = new PaperWork(
                study.certificates,
                papers,
                new Pictures(rooms.entities),
                study.issueCertificate,
                study.awards,
                rooms.outbox,
                rooms.clock);
        SamePrice.ofLists(database, size -> work.orders(due.subList(0, size)));
    }

    private String earn(String name) {
        Person learner = rooms.learner(name, "nilg");
        act(learner);
        return database.in(() -> study.certificates.printedOf(learner.id()))
                .get(0)
                .serial();
    }

    private void act(Person learner) {
        var enrolment = rooms.enrol(learner, "basics");
        study.read(enrolment, "one");
        study.read(enrolment, "two");
        study.take(enrolment, "m1-first", true);
    }
}
