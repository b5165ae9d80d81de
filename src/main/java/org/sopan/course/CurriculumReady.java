package org.sopan.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready when a course is live. Errors in the folder are named, though the running release stays. */
@Readiness
@ApplicationScoped
public class CurriculumReady implements HealthCheck {
    private static final int MOST_NAMED = 20;
    private final Catalogue catalogue;
    private final Curriculum curriculum;

    @Inject
    public CurriculumReady(Catalogue catalogue, Curriculum curriculum) {
        this.catalogue = catalogue;
        this.curriculum = curriculum;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("curriculum").status(!catalogue.list().isEmpty());
        catalogue.list().forEach(course -> response.withData(course.id(), course.release()));
        curriculum.faults().stream()
                .filter(fault -> fault.severity() == Fault.Severity.ERROR)
                .limit(MOST_NAMED)
                .forEach(fault -> response.withData(fault.file() + ":" + fault.line(), fault.message()));
        return response.build();
    }
}
