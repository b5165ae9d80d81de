package org.sopan.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import jakarta.transaction.Transactional;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.sopan.platform.AuditTrail;
import org.sopan.platform.Caller;
import org.sopan.platform.PersonalData;
import org.sopan.platform.Words;
import org.sopan.shared.DomainException;
import org.sopan.shared.Language;

/** Everything that is held of oneself, as a ZIP: the data of each room as JSON, one's certificates, and a word on both. */
@ApplicationScoped
public class DownloadMyData {
    private static final JsonGeneratorFactory JSON =
            Json.createGeneratorFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
    private final HeldData held;
    private final People people;
    private final Caller caller;
    private final AuditTrail audit;
    private final Clock clock;

    @Inject
    public DownloadMyData(HeldData held, People people, Caller caller, AuditTrail audit, Clock clock) {
        this.held = held;
        this.people = people;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whose data it will be, noted in the trail. */
    @Transactional
    public PersonalData.Subject begin() {
        Person person =
                people.find(caller.person()).orElseThrow(() -> new DomainException.Unauthenticated("sign-in-needed"));
        audit.record(
                person.id(), "data-downloaded", person.id().toString(), ChangeProfile.details(person, "by", "person"));
        return held.of(person);
    }

    /** Writes the ZIP, room by room; no transaction is open while a slow line takes it. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public void write(PersonalData.Subject subject, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        entry(zip, "README.txt");
        zip.write(readMe().getBytes(StandardCharsets.UTF_8));
        entry(zip, "data.json");
        data(subject, new LeftOpen(zip));
        for (PersonalData room : held.rooms()) {
            room.files(subject, (name, bytes) -> {
                try {
                    entry(zip, name);
                    zip.write(bytes);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        zip.finish();
    }

    private void data(PersonalData.Subject subject, OutputStream out) {
        try (JsonGenerator json = JSON.createGenerator(out, StandardCharsets.UTF_8)) {
            json.writeStartObject();
            json.write("asOf", clock.instant().toString());
            for (PersonalData room : held.rooms()) {
                json.writeStartObject(room.room());
                room.write(subject, json);
                json.writeEnd();
            }
            json.writeEnd();
        }
    }

    private String readMe() {
        StringBuilder text = new StringBuilder();
        for (Language language : Language.values()) {
            text.append(Words.of(language, "data.read-me", "data.read-me")).append("\n\n");
            for (PersonalData room : held.rooms()) {
                String key = "data." + room.room();
                text.append("  ")
                        .append(room.room())
                        .append(": ")
                        .append(Words.of(language, key, key))
                        .append('\n');
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static void entry(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
    }

    /** Lets the generator end without ending the ZIP. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }
}
