package org.sopan.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.sopan.plugins.official.OfficialCertificate;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;
import org.sopan.spi.certificate.AsPrinted.Memo;
import org.sopan.spi.certificate.AsPrinted.Signatory;
import org.sopan.spi.certificate.Draft;

/** Certificates as full as they come: a name of sixty letters, an institute of two lines, pictures, signatories. */
final class Specimens {
    private static final Map<String, Picture> PICTURES =
            Map.of("emblem", emblem(), "logo", logo(), "signature", signature());

    private static final LocalizedText NAME = LocalizedText.of(
            "Mohammad Shamsuzzaman Chowdhury Bin Abdur Rahman Bhuiyan Raj",
            "মোহাম্মদ শামসুজ্জামান চৌধুরী বিন আব্দুর রহমান ভূঁইয়া রাজশাহী");
    private static final LocalizedText INSTITUTE = LocalizedText.of(
            "National Institute of Population Research and Training, Regional Centre for the Hill Districts and the"
                    + " Coastal Belt, Ministry of Health and Family Welfare",
            "জাতীয় জনসংখ্যা গবেষণা ও প্রশিক্ষণ ইনস্টিটিউট, পার্বত্য জেলা ও উপকূলীয় অঞ্চলের আঞ্চলিক কেন্দ্র, স্বাস্থ্য ও"
                    + " পরিবার কল্যাণ মন্ত্রণালয়");
    private static final LocalizedText WORDY_POST = LocalizedText.of(
            "Additional Director General (Training, Research and Publication) and Project Director",
            "অতিরিক্ত মহাপরিচালক (প্রশিক্ষণ, গবেষণা ও প্রকাশনা) এবং প্রকল্প পরিচালক");
    private static final LocalizedText WORDY_OFFICE = LocalizedText.of(
            "Bangladesh Institute of Administration and Management Foundation, Dhaka",
            "বাংলাদেশ ইনস্টিটিউট অব অ্যাডমিনিস্ট্রেশন অ্যান্ড ম্যানেজমেন্ট ফাউন্ডেশন, ঢাকা");
    private static final List<Signatory> SIGNATORIES = List.of(
            new Signatory(
                    LocalizedText.of("Professor Shahana Parvin, PhD", "অধ্যাপক ড. শাহানা পারভীন"),
                    LocalizedText.of("Director General", "মহাপরিচালক"),
                    LocalizedText.of(
                            "Bangladesh Public Administration Training Centre",
                            "বাংলাদেশ লোক-প্রশাসন প্রশিক্ষণ কেন্দ্র"),
                    "signature"),
            new Signatory(
                    LocalizedText.of("Md. Anisur Rahman Khandaker", "মোঃ আনিসুর রহমান খন্দকার"),
                    LocalizedText.of(
                            "Additional Secretary and National Project Director",
                            "অতিরিক্ত সচিব ও জাতীয় প্রকল্প পরিচালক"),
                    LocalizedText.of("Cabinet Division", "মন্ত্রিপরিষদ বিভাগ"),
                    null),
            new Signatory(
                    LocalizedText.of("Nusrat Jahan Chowdhury", "নুসরাত জাহান চৌধুরী"),
                    LocalizedText.of("Course Director", "কোর্স পরিচালক"),
                    LocalizedText.of(
                            "National Academy for Planning and Development", "জাতীয় পরিকল্পনা ও উন্নয়ন একাডেমি"),
                    "signature"));

    private Specimens() {}

    /** In both languages, one of which leads. */
    static AsPrinted full(Language language, int signatories) {
        return draft(language, NAME)
                .signatories(SIGNATORIES.subList(0, signatories))
                .frozen();
    }

    /** In one language only. */
    static AsPrinted single(Language language, int signatories) {
        return draft(language, only(language, NAME))
                .signatories(SIGNATORIES.subList(0, signatories))
                .frozen();
    }

    /** Longer in every line than anything should be, and still to be read. */
    static AsPrinted wordy(Language language, int signatories) {
        LocalizedText wordy = LocalizedText.of(
                "Additional Director General (Training, Research and Publication) and Project Director, Strengthening"
                        + " Capacity of Social Protection Trainers",
                "অতিরিক্ত মহাপরিচালক (প্রশিক্ষণ, গবেষণা ও প্রকাশনা) এবং প্রকল্প পরিচালক, সামাজিক সুরক্ষা প্রশিক্ষকদের"
                        + " সক্ষমতা বৃদ্ধি প্রকল্প");
        return draft(language, NAME)
                .designation(wordy)
                .institute(LocalizedText.of(wordy.en() + "; " + wordy.en(), wordy.bn() + "; " + wordy.bn()))
                .award(wordy)
                .course(wordy)
                .programme(wordy)
                .signatories(SIGNATORIES.subList(0, signatories).stream()
                        .map(each -> new Signatory(each.name(), WORDY_POST, WORDY_OFFICE, each.signature()))
                        .toList())
                .specimen(false)
                .frozen();
    }

    /** An everyday one, on which nothing is long and one picture is supplied. */
    static AsPrinted plain(Language language, int signatories) {
        return Draft.after(Printed.DATA, Printed.DATA.serial(), Printed.DATA.verifyUrl())
                .language(language)
                .specimen(false)
                .signatories(SIGNATORIES.subList(0, signatories))
                .pictures(Map.of("emblem", "emblem"))
                .statement(statement(7))
                .frozen();
    }

    private static Draft draft(Language language, LocalizedText name) {
        return Draft.after(Printed.DATA, Printed.DATA.serial(), Printed.DATA.verifyUrl())
                .language(language)
                .name(name)
                .institute(INSTITUTE)
                .memo(new Memo("05.00.0000.213.25.004.26-318", LocalDate.of(2026, 11, 19)))
                .pictures(Map.of("emblem", "emblem", "logo", "logo"))
                .statement(statement(0));
    }

    /** As long as a signed statement is, of the letters it is made of; another for each number. */
    static String statement(int number) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        StringBuilder statement = new StringBuilder();
        long state = 88172645463325252L + number * 1442695040888963407L;
        for (int i = 0; i < 430; i++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
            statement.append(letters.charAt((int) Long.remainderUnsigned(state, letters.length())));
        }
        return statement.toString();
    }

    private static LocalizedText only(Language language, LocalizedText text) {
        return new LocalizedText(
                language == Language.EN ? text.exactly(Language.EN) : null,
                language == Language.BN ? text.exactly(Language.BN) : null);
    }

    static byte[] pdf(AsPrinted data) {
        return PdfDocument.render(new OfficialCertificate(), data, Specimens::picture);
    }

    static Picture picture(String key) {
        return Objects.requireNonNull(PICTURES.get(key), key);
    }

    /** A round badge with soft edges, which stands for what the operator supplies. */
    private static Picture emblem() {
        BufferedImage image = new BufferedImage(480, 480, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = smooth(image);
        graphics.setColor(new Color(0x0B4F3E));
        graphics.fillOval(4, 4, 472, 472);
        graphics.setColor(new Color(0xB8923A));
        graphics.setStroke(new BasicStroke(14));
        graphics.drawOval(34, 34, 412, 412);
        graphics.setColor(Color.WHITE);
        for (int step = 0; step < 4; step++) {
            graphics.fillRect(110 + step * 68, 340 - step * 62, 58, 30 + step * 62);
        }
        return picture(graphics, image);
    }

    private static Picture logo() {
        BufferedImage image = new BufferedImage(640, 400, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = smooth(image);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 640, 400);
        graphics.setColor(new Color(0x1E5AA8));
        graphics.fillRoundRect(10, 10, 620, 380, 60, 60);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(60, 250, 520, 40);
        return picture(graphics, image);
    }

    /** A scribble in blue ink on nothing. */
    private static Picture signature() {
        BufferedImage image = new BufferedImage(700, 240, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = smooth(image);
        graphics.setColor(new Color(0x1B2F7A));
        graphics.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D line = new Path2D.Double();
        line.moveTo(20, 180);
        for (int x = 20; x < 620; x += 60) {
            line.curveTo(x + 10, 20, x + 50, 20, x + 30, 150);
            line.curveTo(x + 25, 220, x + 60, 210, x + 60, 140 + x % 40);
        }
        graphics.draw(line);
        return picture(graphics, image);
    }

    private static Graphics2D smooth(BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        return graphics;
    }

    private static Picture picture(Graphics2D graphics, BufferedImage image) {
        graphics.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return Picture.read(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
