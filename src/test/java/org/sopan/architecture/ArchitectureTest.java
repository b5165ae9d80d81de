package org.sopan.architecture;

import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.junit.LocationProvider;
import java.util.Set;
import org.sopan.platform.Api;

/** The rules of the house, each with its reason. */
@AnalyzeClasses(locations = ArchitectureTest.WhatWasBuilt.class)
class ArchitectureTest {
    @ArchTest
    static final ArchTests rooms = ArchTests.in(RoomRules.class);

    @ArchTest
    static final ArchTests edge = ArchTests.in(EdgeRules.class);

    @ArchTest
    static final ArchTests code = ArchTests.in(CodeRules.class);

    /** Our own classes without tests; a search by package would open every jar. */
    static final class WhatWasBuilt implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> test) {
            return Set.of(
                    Location.of(Api.class.getProtectionDomain().getCodeSource().getLocation()));
        }
    }
}
