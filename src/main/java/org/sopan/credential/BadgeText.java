package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import org.sopan.completion.Award;
import org.sopan.course.AwardRule;
import org.sopan.course.Catalogue;
import org.sopan.course.Condition;
import org.sopan.course.Course;
import org.sopan.course.Module;
import org.sopan.course.Outcome;
import org.sopan.course.Programme;
import org.sopan.platform.Clocks;
import org.sopan.platform.Hashes;
import org.sopan.shared.Language;
import org.sopan.shared.LocalizedText;
import org.sopan.spi.certificate.AsPrinted;

/** Composes a badge (Open Badges 3.0) from what is printed on a certificate and what the course of that day taught. */
@ApplicationScoped
public class BadgeText {
    private final Catalogue catalogue;
    private final Issuer issuer;
    private final Addresses addresses;

    @Inject
    public BadgeText(Catalogue catalogue, Issuer issuer, Addresses addresses) {
        this.catalogue = catalogue;
        this.issuer = issuer;
        this.addresses = addresses;
    }

    /**
     * The credential before it is signed.
     *
     * @param email to be told by hash alone, so that who knows the address finds it and who does not learns nothing
     * @param salt for the hash
     * @param place in a status list
     */
    JsonObject of(AsPrinted printed, Award award, String email, String salt, StatusLists.Place place) {
        Language language = printed.language();
        JsonObject achievement = achievement(award, printed.award(), language);
        String title = achievement.getString("name");
        return Json.createObjectBuilder()
                .add("@context", context())
                .add("id", addresses.badge(printed.serial()))
                .add(
                        "type",
                        Json.createArrayBuilder().add("VerifiableCredential").add("OpenBadgeCredential"))
                .add("name", printed.specimen() ? "SPECIMEN / নমুনা: " + title : title)
                .add("issuer", issuer.profile(language))
                .add(
                        "validFrom",
                        printed.issuedOn()
                                .atStartOfDay(Clocks.DHAKA)
                                .toOffsetDateTime()
                                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .add(
                        "credentialSubject",
                        Json.createObjectBuilder()
                                .add("type", Json.createArrayBuilder().add("AchievementSubject"))
                                .add("identifier", identifiers(printed, email, salt))
                                .add("achievement", achievement))
                .add("credentialStatus", place.entry(addresses))
                .build();
    }

    /** The contexts in whose words badges speak. */
    public static JsonArrayBuilder context() {
        return Json.createArrayBuilder().add(LinkedData.CREDENTIALS).add(LinkedData.OPEN_BADGES);
    }

    private static JsonArrayBuilder identifiers(AsPrinted printed, String email, String salt) {
        JsonArrayBuilder identifiers = Json.createArrayBuilder();
        for (Language language : Language.values()) {
            String name = printed.name().exactly(language);
            if (name != null) {
                identifiers.add(identity("name").add("hashed", false).add("identityHash", name));
            }
        }
        return identifiers
                .add(identity("identifier").add("hashed", false).add("identityHash", printed.serial()))
                .add(identity("emailAddress")
                        .add("hashed", true)
                        .add("salt", salt)
                        .add("identityHash", "sha256$" + Hashes.sha256(email + salt)));
    }

    private static JsonObjectBuilder identity(String type) {
        return Json.createObjectBuilder().add("type", "IdentityObject").add("identityType", type);
    }

    private JsonObject achievement(Award award, LocalizedText title, Language language) {
        String course = award.course();
        return course == null
                ? achievement(catalogue.programme(award.release()), award.kind(), title, language)
                : achievement(catalogue.release(course, award.release()), award.kind(), title, language);
    }

    /** What was achieved in a course: its criteria in words, and each outcome at an address of its own. */
    public JsonObject achievement(Course course, String kind, LocalizedText title, Language language) {
        return achievement(
                addresses.achievement(course.id(), kind),
                kind,
                title.in(language) + " — " + course.title().in(language),
                course.summary().in(language),
                course.release(),
                conditions(course, kind),
                List.of(course),
                language);
    }

    /** What was achieved in the whole programme, with the outcomes of its courses as they are now. */
    public JsonObject achievement(Programme programme, String kind, LocalizedText title, Language language) {
        List<Course> courses = programme.courses().stream()
                .filter(catalogue::has)
                .map(catalogue::live)
                .toList();
        return achievement(
                addresses.achievement(kind),
                kind,
                title.in(language) + " — " + programme.title().in(language),
                courses.stream().map(course -> course.title().in(language)).collect(Collectors.joining("; ")),
                programme.release(),
                programme.awards().stream()
                        .filter(rule -> rule.kind().equals(kind))
                        .flatMap(rule -> rule.conditions().stream())
                        .toList(),
                courses,
                language);
    }

    private JsonObject achievement(
            String address,
            String kind,
            String name,
            String description,
            String version,
            List<Condition> conditions,
            List<Course> courses,
            Language language) {
        return Json.createObjectBuilder()
                .add("id", address)
                .add("type", Json.createArrayBuilder().add("Achievement"))
                .add("achievementType", kind.equals("completion") ? "CertificateOfCompletion" : "Certificate")
                .add("name", name)
                .add("description", description)
                .add("inLanguage", language.code())
                .add("version", version)
                .add(
                        "criteria",
                        Json.createObjectBuilder().add("id", address).add("narrative", inWords(conditions, language)))
                .add("alignment", alignment(courses, language))
                .build();
    }

    private JsonArrayBuilder alignment(List<Course> courses, Language language) {
        JsonArrayBuilder alignment = Json.createArrayBuilder();
        courses.forEach(course -> align(alignment, course, language));
        return alignment;
    }

    private void align(JsonArrayBuilder alignment, Course course, Language language) {
        for (Module module : course.modules()) {
            for (Outcome outcome : module.outcomes()) {
                alignment.add(Json.createObjectBuilder()
                        .add("type", Json.createArrayBuilder().add("Alignment"))
                        .add("targetName", outcome.text().in(language))
                        .add("targetCode", outcome.id())
                        .add("targetUrl", addresses.outcome(course.id(), outcome.id())));
            }
        }
    }

    private List<Condition> conditions(Course course, String kind) {
        return catalogue.awards(course.id()).stream()
                .filter(rule -> rule.kind().equals(kind) && !rule.asCourse())
                .findFirst()
                .map(AwardRule::conditions)
                .orElse(course.completion());
    }

    private static String inWords(List<Condition> conditions, Language language) {
        return conditions.stream()
                .map(condition -> condition.words().in(language))
                .collect(Collectors.joining("\n"));
    }
}
