package org.sopan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sopan.enrolment.Cohort;
import org.sopan.identity.Person;
import org.sopan.mail.Posting;
import org.sopan.shared.EnrolmentId;
import org.sopan.shared.LocalizedText;
import org.sopan.testing.TestDatabase;

/** The mail as it leaves: real messages, read by a mail program's parser. */
class NoticeMailTest {
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>]+");
    private final TestDatabase database = TestDatabase.h2();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path data;

    @SuppressWarnings("NullAway.Init")
    private NoticeRooms house;

    @SuppressWarnings("NullAway.Init")
    private Person learner;

    @BeforeEach
    void wire() {
        house = new NoticeRooms(database, Map.of("sopan.data", data.toString()));
        learner = house.learner("rahima", "bpatc");
    }

    @Test
    void offersOneClickInTheHeadersOfAReminder() throws Exception {
        house.rooms.enrol(learner, "basics");
        house.live(7);
        MimeMessage mail = mail();
        String header = mail.getHeader("List-Unsubscribe", null);
        assertThat(header).matches("<https://sopan\\.example/api/unsubscribe/[\\w-]{43}>");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        String token = header.substring(header.lastIndexOf('/') + 1, header.length() - 1);
        assertThat(database.in(() -> house.notices.readerOf(token))).contains(learner.id());
        assertThat(text(mail)).contains("https://sopan.example/#/reminders/" + token);
    }

    @Test
    void linksToPagesOnlySoThatAScannerChangesNothing() throws Exception {
        EnrolmentId id = house.rooms.enrol(learner, "basics");
        house.live(7);
        assertThat(addresses(text(mail()) + html(mail())))
                .isNotEmpty()
                .contains("https://sopan.example/#/enrolments/" + id)
                .allMatch(address -> address.startsWith("https://sopan.example/#/"));
    }

    @Test
    void saysWhatIsOwedInBanglaWithBanglaDigits() throws Exception {
        speak("BN");
        Cohort cohort = house.cohort("bpatc", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 9), Map.of());
        EnrolmentId id = house.rooms.enrol(learner, "basics", cohort);
        house.study.read(id, "one");
        house.live(10);
        MimeMessage mail = mail();
        assertThat(mail.getSubject()).isEqualTo("সোপান: আপনার কোর্স বিষয়ে একটি অনুস্মারক");
        assertThat(text(mail))
                .contains("প্রিয় নাম rahima")
                .contains("শেষ তারিখ ৯ ডিসেম্বর ২০২৬, আর ৭ দিন বাকি।")
                .contains("প্রতিষ্ঠান bpatc");
        assertThat(mail.getHeader("Content-Language", null)).isEqualTo("bn");
    }

    @Test
    void saysWhatIsOwedInEnglish() throws Exception {
        EnrolmentId id = house.rooms.enrol(learner, "basics");
        house.study.read(id, "one");
        house.live(14);
        assertThat(text(mail())).contains("You have not gone on since 22 November 2026.");
    }

    @Test
    void tellsWhoNeverCameHowToGetIn() throws Exception {
        house.rooms.enrol(house.rooms.learner("karim", "bpatc"), "basics");
        house.live(7);
        assertThat(text(mail()))
                .contains("You were enrolled on 22 November 2026 and have not begun yet.")
                .contains("https://sopan.example/#/forgot")
                .doesNotContain("/#/enrolments/");
    }

    @Test
    void letsNoNameOrWordBecomeMarkup() throws Exception {
        database.update("update person set name_en = '<b>Rahima</b> & {{stop}}'");
        house.rooms.coordinator("bpatc");
        database.in(() -> house.nudge.nudge(
                "bpatc",
                new Nudge.Message(
                        List.of(learner.id()), null, "<i>Hello</i>", "<script>alert(1)</script>\n\n{{name}}", null)));
        MimeMessage mail = mail();
        assertThat(mail.getSubject()).isEqualTo("<i>Hello</i>");
        assertThat(text(mail)).contains("<b>Rahima</b> & {{stop}}", "<script>alert(1)</script>", "\n{{name}}\n");
        assertThat(html(mail))
                .contains("&lt;b&gt;Rahima&lt;/b&gt; &amp; {{stop}}", "&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<b>", "<script>");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isNotNull();
    }

    @Test
    void carriesAnAnnouncementInTheReadersLanguage() throws Exception {
        speak("BN");
        Cohort cohort = house.cohort("bpatc", LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 9), Map.of());
        house.rooms.enrol(learner, "basics", cohort);
        house.rooms.coordinator("bpatc");
        database.in(() -> house.announce.announce(
                cohort.id(),
                new Announce.Message(
                        new LocalizedText("Room", "কক্ষ <b>"),
                        new LocalizedText("Only in English", null),
                        true,
                        null,
                        null)));
        house.mailAnnouncements.run();
        MimeMessage mail = mail();
        assertThat(mail.getSubject()).isEqualTo("কক্ষ <b>");
        assertThat(text(mail)).contains("“প্রথম” ব্যাচের জন্য একটি ঘোষণা", "Only in English");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isNotNull();
    }

    @Test
    void staysQueuedWhileTheMailServerIsAway() throws Exception {
        Files.writeString(data.resolve("mail"), "a file where the folder should be");
        house.rooms.enrol(learner, "basics");
        house.live(7);
        Posting.send(house.rooms);
        assertThat(house.texts("select state || ' ' || cast(attempts as varchar) from outbox"))
                .containsExactly("queued 0");
        Files.delete(data.resolve("mail"));
        house.live(1);
        assertThat(text(mail())).contains("Dear rahima");
        assertThat(house.reminders()).isEqualTo(1);
    }

    private void speak(String language) {
        database.update("update person set language = '" + language + "'");
    }

    private MimeMessage mail() throws Exception {
        Posting.send(house.rooms);
        try (Stream<Path> files = Files.list(data.resolve("mail"));
                InputStream in = Files.newInputStream(files.findFirst().orElseThrow())) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        return part(mail, 0);
    }

    private static String html(MimeMessage mail) throws Exception {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        return ((Multipart) mail.getContent())
                .getBodyPart(number)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }

    private static List<String> addresses(String text) {
        return ADDRESS.matcher(text).results().map(MatchResult::group).toList();
    }
}
