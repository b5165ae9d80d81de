package org.sopan.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The main job from the roster to the certificate by mail, as one story told in order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MainJobIT {
    /** People open another address than the one these tests call: all links follow the setting. */
    private static final String URL = "https://tot.example";

    private static final String EMAIL = "rehana.parvin@tot.example";
    private static final String PASSWORD = "নদীর ধারে ৭টি বটগাছ";
    private static final String ROSTER = "\uFEFF"
            + """
            ই-মেইল,নাম (বাংলা),নাম (ইংরেজি),পদবি,মোবাইল,পরিচিতি নং,ভাষা,মন্তব্য
            rehana.parvin@tot.example,রেহানা পারভীন,Rehana Parvin,উপপরিচালক,০১৭১২-৩৪৫৬৭৮,৪০২১,bn,
            not-an-address,কামাল হোসেন,,,,,,
            mitali.saha@tot.example,,,,,,,
            rehana.parvin@tot.example,রেহানা পারভীন,,,,,,
            jahangir.sarker@sopan.example,জাহাঙ্গীর সরকার,,,,,,
            shahin.alam@tot.example,শাহীন আলম,,,12,,fr,
            babul.das@tot.example,,Babul Das,,,,en,
            """;

    @AutoClose
    private final MailServer smtp = new MailServer();

    private final AnswerKey key = new AnswerKey();

    @AutoClose
    private RunningServer server;

    private Api coordinator;
    private Api administrator;
    private String plan = "";

    @SuppressWarnings("NullAway.Init")
    private Trainer trainer;

    private String serial = "";

    @BeforeAll
    void begin() {
        smtp.start();
        Map<String, String> settings = new HashMap<>(smtp.settings());
        settings.put("sopan.url", URL);
        server = RunningServer.demo(Workplace.folder("main-job"), settings);
        coordinator = server.as("coordinator");
        administrator = server.as("administrator");
    }

    @Test
    @Order(1)
    void aRosterIsPlannedAndEachBadRowIsNamedByRowAndColumn() {
        String cohort =
                coordinator.get("/api/cohorts").expect(200).objects().get(0).getString("id");
        JsonObject planned = coordinator
                .send("POST", "/api/institutes/bpatc/roster-plans?cohort=" + cohort, "text/csv", ROSTER)
                .expect(201)
                .json();
        plan = planned.getString("id");
        assertThat(planned.getInt("rows")).isEqualTo(7);
        assertThat(planned.getInt("create")).isEqualTo(2);
        assertThat(planned.getInt("rejected")).isEqualTo(5);
        assertThat(planned.getJsonArray("errors").getValuesAs(JsonObject.class))
                .extracting(e -> e.getInt("row"), e -> e.getString("column"), e -> e.getString("code"))
                .containsExactly(
                        tuple(3, "email", "email"),
                        tuple(4, "name_bn", "missing"),
                        tuple(5, "email", "duplicate"),
                        tuple(6, "email", "known-elsewhere"),
                        tuple(7, "phone", "phone"),
                        tuple(7, "language", "language"));
        assertThat(smtp.to(EMAIL)).isEmpty();
        assertThat(matrixRow(EMAIL)).isEmpty();
    }

    @Test
    @Order(2)
    void thePlanIsAppliedOnce() {
        String path = "/api/roster-plans/" + plan + "/application";
        JsonObject first = coordinator.post(path).expect(200).json();
        assertThat(first.getInt("created")).isEqualTo(2);
        assertThat(first.getInt("enrolled")).isEqualTo(2);
        assertThat(first.getInt("left")).isEqualTo(5);
        assertThat(coordinator.post(path).expect(200).json()).isEqualTo(first);
    }

    @Test
    @Order(3)
    void theInvitationArrivesInTheReadersLanguageAndLetsHerInOnce() {
        MailServer.Mail bangla = smtp.await(EMAIL, "সোপানে আমন্ত্রণ");
        smtp.await("babul.das@tot.example", "Invitation to Sopan");
        assertThat(bangla.text()).contains("রেহানা পারভীন").contains("বাংলাদেশ লোক-প্রশাসন প্রশিক্ষণ কেন্দ্র");
        Matcher link = bangla.link();
        assertThat(link.group(1)).isEqualTo(URL);
        Map<String, String> chosen = Map.of("token", link.group(3), "password", PASSWORD);
        JsonObject signedIn =
                server.api().post("/api/invitations", chosen).expect(200).json();
        assertThat(signedIn.getJsonObject("person").getString("email")).isEqualTo(EMAIL);
        server.api().post("/api/invitations", chosen).problem(410, "link-not-valid");
        trainer = new Trainer(server.api().signIn(EMAIL, PASSWORD), key);
    }

    @Test
    @Order(4)
    void lessonsAreReadAndFinished() {
        List<String> lessons = trainer.required("lesson");
        assertThat(lessons).hasSizeGreaterThanOrEqualTo(10);
        for (String lesson : lessons) {
            String path = "/api/courses/foundations/lessons/" + lesson + "?lang=";
            String bangla = trainer.api().get(path + "bn").expect(200).json().getString("html");
            String english = trainer.api().get(path + "en").expect(200).json().getString("html");
            assertThat(bangla).containsPattern("\\p{InBengali}").isNotEqualTo(english);
            trainer.finish(lesson).expect(200);
        }
        assertThat(completion().getBoolean("complete")).isFalse();
        assertThat(completion().getJsonArray("conditions").getValuesAs(JsonObject.class))
                .extracting(each -> each.getString("kind"), each -> each.getBoolean("met"))
                .containsExactly(tuple("lessons", true), tuple("quizzes", false));
    }

    @Test
    @Order(5)
    void aFirstAttemptFailsAndItsReviewTellsTheKeyInIdsThatAreDrawnAnew() {
        String quiz = trainer.required("quiz").get(0);
        JsonObject first = trainer.begin(quiz);
        trainer.saveAll(first);
        JsonObject result = trainer.submit(first).expect(200).json();
        assertThat(result.getBoolean("passed")).isFalse();
        key.learn(Trainer.items(first), result);
        Set<String> ids = new HashSet<>(drawnIds(first));
        JsonObject second = trainer.begin(quiz);
        assertThat(second.getInt("number")).isEqualTo(2);
        assertThat(drawnIds(second)).doesNotContainAnyElementsOf(ids);
        trainer.submit(second).expect(200);
    }

    private static List<String> drawnIds(JsonObject attempt) {
        return Trainer.items(attempt).stream()
                .filter(item -> !item.getString("type").equals("true-false"))
                .flatMap(item -> AnswerKey.texts(item).keySet().stream())
                .toList();
    }

    @Test
    @Order(6)
    void theLastQuizCompletesTheCourse() {
        List<String> quizzes = trainer.required("quiz");
        quizzes.subList(0, quizzes.size() - 1).forEach(trainer::pass);
        assertThat(trainer.certificates()).isEmpty();
        trainer.pass(quizzes.get(quizzes.size() - 1));
        assertThat(completion().getBoolean("complete")).isTrue();
        assertThat(trainer.certificates()).hasSize(1);
        serial = trainer.certificates().get(0).getString("serial");
    }

    @Test
    @Order(7)
    void theCertificateComesByMailWithItsPaper() {
        MailServer.Mail mail = smtp.await(EMAIL, "আপনার সনদ: কোর্স সমাপনী সনদ");
        assertThat(mail.text()).contains(serial, URL + "/verify/" + serial);
        MailServer.Attachment file = mail.attachment().orElseThrow();
        assertThat(file.name()).isEqualTo(serial + ".pdf");
        assertThat(file.type()).startsWith("application/pdf");
        Paper paper = Paper.read(file.bytes());
        assertThat(paper.texts()).contains("রেহানা পারভীন", "Rehana Parvin").anyMatch(text -> text.contains(serial));
        assertThat(paper.code()).matches(Pattern.quote(URL + "/verify/" + serial) + "#\\d+");
        String path = trainer.certificates().get(0).getString("pdf");
        assertThat(trainer.api().get(path).expect(200).bytes()).isEqualTo(file.bytes());
        server.as("nilg.coordinator").get(path).problem(404, "unknown-certificate");
    }

    @Test
    @Order(8)
    void moreOfTheSameBringsNoSecondCertificate() {
        trainer.required("lesson").forEach(lesson -> trainer.finish(lesson).expect(200));
        trainer.pass(trainer.required("quiz").get(0));
        assertThat(trainer.certificates()).hasSize(1);
        assertThat(outbox())
                .filteredOn(mail -> mail.getString("address").equals(EMAIL))
                .extracting(mail -> mail.getString("template"))
                .as("participation and completion, each once")
                .containsExactlyInAnyOrder("certificate", "certificate", "invitation");
    }

    @Test
    @Order(9)
    void anyoneMayVerifyIt() {
        Answer page = server.api().get("/verify/" + serial).expect(200);
        assertThat(page.header("Content-Type")).startsWith("text/html");
        assertThat(page.text()).contains("সনদটি বৈধ", "রেহানা পারভীন", serial);
        assertThat(page.text().replace("<script type=\"module\" src=\"/checker/check.js\"></script>", ""))
                .as("the answer stands in the page; the one script only adds to it")
                .doesNotContain("<script");
        assertThat(server.api().get("/verify/" + serial + "?lang=en").text()).contains("This certificate is valid");
        assertThat(server.api()
                        .get("/api/certificates/" + serial)
                        .expect(200)
                        .json()
                        .getString("status"))
                .isEqualTo("valid");
        server.api().get("/verify/0000-0000-00000").expect(404);
    }

    @Test
    @Order(10)
    void theCoordinatorSeesItInHerMatrix() {
        JsonObject row = matrixRow(EMAIL).orElseThrow();
        assertThat(row.getString("state")).isEqualTo("completed");
        assertThat(row.getInt("percent")).isEqualTo(100);
        assertThat(row.getJsonArray("cells").getValuesAs(JsonString::getString))
                .as("done, or not in the institute's track")
                .allMatch(cell -> cell.endsWith("d") || cell.equals("-"))
                .contains("d", "100d", "-");
        Answer csv = coordinator
                .with("Accept", "text/csv")
                .get("/api/institutes/bpatc/progress?course=foundations")
                .expect(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text())
                .startsWith("\uFEFF")
                .contains("রেহানা পারভীন," + EMAIL + ",উপপরিচালক,সম্পন্ন,100,")
                .contains(",d,d,d,d,d,100d,d,d,d,d,d,100d");
    }

    @Test
    @Order(11)
    void anAdministratorRevokesItAndThePageSaysSo() {
        String path = "/api/certificates/" + serial + "/revocation";
        Map<String, String> reason = Map.of("reason", "issued-in-error", "note", "শুধু ভেতরের জন্য");
        coordinator.post(path, reason).problem(403, "forbidden");
        administrator.post(path, reason).expect(200);
        assertThat(server.api().get("/verify/" + serial).expect(200).text())
                .contains("সনদটি বাতিল করা হয়েছে", "ভুলক্রমে প্রদত্ত")
                .doesNotContain("সনদটি বৈধ", "শুধু ভেতরের জন্য");
        assertThat(trainer.certificates().get(0).getString("status")).isEqualTo("revoked");
    }

    @Test
    @Order(12)
    void exactlyOneCertificateWasMailed() {
        Eventually.holds("all mail is sent", Duration.ofSeconds(20), () -> outbox().stream()
                .allMatch(mail -> mail.getString("state").equals("sent")));
        assertThat(smtp.to(EMAIL))
                .as("invitation, participation, completion, and that it was revoked")
                .hasSize(4);
        assertThat(smtp.to(EMAIL))
                .filteredOn(mail -> mail.subject().contains("কোর্স সমাপনী সনদ"))
                .filteredOn(mail -> mail.attachment().isPresent())
                .hasSize(1);
    }

    private JsonObject completion() {
        return trainer.api().get(trainer.enrolment()).expect(200).json().getJsonObject("completion");
    }

    private List<JsonObject> outbox() {
        JsonObject page = administrator.get("/api/outbox?size=500").expect(200).json();
        return page.getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private Optional<JsonObject> matrixRow(String email) {
        return coordinator
                .get("/api/institutes/bpatc/progress?course=foundations")
                .expect(200)
                .json()
                .getJsonArray("people")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(row -> row.getString("email").equals(email))
                .findFirst();
    }
}
