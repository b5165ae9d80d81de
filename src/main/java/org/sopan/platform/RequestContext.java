package org.sopan.platform;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sopan.shared.Language;

/** Before anything else: the time begins to count, and the language that even a 404 must speak is known. */
@Provider
@PreMatching
@Priority(1)
public class RequestContext implements ContainerRequestFilter {
    private final RequestLanguage language;
    private final RequestId id;

    @Inject
    RequestContext(RequestLanguage language, RequestId id) {
        this.language = language;
        this.id = id;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        id.start();
        String asked = request.getUriInfo().getQueryParameters().getFirst("lang");
        if (asked != null && Language.ofTag(asked).isPresent()) {
            language.asked(Language.ofTag(asked).get());
        } else {
            language.asked(accepted(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
        }
    }

    private static @Nullable Language accepted(@Nullable String header) {
        if (header == null || header.isBlank()) {
            return null;
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                            .reversed())
                    .flatMap(range -> Language.ofTag(range.getRange()).stream())
                    .findFirst()
                    .orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
