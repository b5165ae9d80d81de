package org.sopan.credential;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import org.sopan.platform.Hashes;

/** Signs a credential with a Data Integrity proof of the suite eddsa-rdfc-2022 (W3C). */
@ApplicationScoped
public class DataIntegrity {
    private final Signer signer;
    private final Addresses addresses;
    private final Clock clock;

    @Inject
    public DataIntegrity(Signer signer, Addresses addresses, Clock clock) {
        this.signer = signer;
        this.addresses = addresses;
        this.clock = clock;
    }

    JsonObject signed(JsonObject credential) {
        JsonObject proof = Json.createObjectBuilder()
                .add("type", "DataIntegrityProof")
                .add("cryptosuite", "eddsa-rdfc-2022")
                .add("created", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
                .add("verificationMethod", addresses.key(signer.kid()))
                .add("proofPurpose", "assertionMethod")
                .build();
        JsonObject inItsContext = Json.createObjectBuilder(proof)
                .add("@context", credential.get("@context"))
                .build();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(sha256(LinkedData.canonical(inItsContext)));
        message.writeBytes(sha256(LinkedData.canonical(credential)));
        String value = Multibase.base58(signer.sign(message.toByteArray()));
        return Json.createObjectBuilder(credential)
                .add(
                        "proof",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder(proof).add("proofValue", value)))
                .build();
    }

    private static byte[] sha256(String quads) {
        return HexFormat.of().parseHex(Hashes.sha256(quads));
    }
}
