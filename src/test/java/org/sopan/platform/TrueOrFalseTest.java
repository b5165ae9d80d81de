package org.sopan.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sopan.shared.DomainException.FieldError;
import org.sopan.shared.DomainException.Invalid;

class TrueOrFalseTest {
    record Inner(@Nullable Boolean on, @Nullable List<Integer> days) {}

    record Outer(boolean plain, @Nullable Inner inner, @Nullable List<Inner> many, @Nullable String text) {}

    @ParameterizedTest
    @ValueSource(strings = {"\"yes\"", "\"true\"", "1", "0", "[]", "{}"})
    void refusesWhatIsNoBooleanWithItsField(String value) {
        assertThat(refused("{\"inner\":{\"on\":%s}}".formatted(value))).containsExactly("inner.on");
    }

    @Test
    void namesEveryPlace() {
        assertThat(refused("{\"plain\":1,\"many\":[{\"on\":true},{\"on\":\"no\"}],\"inner\":{\"on\":2}}"))
                .containsExactlyInAnyOrder("plain", "inner.on", "many[1].on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"plain\":true,\"inner\":{\"on\":false},\"text\":\"yes\"}",
                "{\"inner\":{\"on\":null}}",
                "{\"inner\":7,\"many\":\"none\",\"other\":1}",
                "{}",
                "null",
                "[1]",
                "{\"plain\":"
            })
    void leavesEverythingElseToWhoReadsItNext(String body) {
        assertThatCode(() -> TrueOrFalse.check(body.getBytes(StandardCharsets.UTF_8), Outer.class))
                .doesNotThrowAnyException();
    }

    private static List<String> refused(String body) {
        Invalid refused = catchThrowableOfType(
                Invalid.class, () -> TrueOrFalse.check(body.getBytes(StandardCharsets.UTF_8), Outer.class));
        assertThat(refused.isMalformed()).isTrue();
        return refused.errors().stream().map(FieldError::field).toList();
    }
}
