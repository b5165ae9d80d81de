package org.sopan.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;

/** Who may know whom. */
final class RoomRules {
    private static final String ROOT = "org.sopan.";
    private static final String ANYTHING_OF_OURS = "org.sopan..";
    private static final String SHARED = "org.sopan.shared..";
    private static final String SPI = "org.sopan.spi..";
    private static final String PLUGINS = "org.sopan.plugins..";
    private static final String SMTP = "org.sopan.plugins.smtp..";
    private static final String LAUNCH = "org.sopan.launch..";
    private static final String ANNOTATIONS = "org.jspecify..";
    private static final String JDK = "java..";

    /** The reading order, which is also the order of who may import whom. */
    private static final List<String> ORDER = List.of(
            "shared",
            "spi",
            "platform",
            "document",
            "mail",
            "organization",
            "identity",
            "course",
            "enrolment",
            "learning",
            "assessment",
            "completion",
            "approval",
            "credential",
            "notice",
            "report",
            "demo");

    @ArchTest
    static final ArchRule everyClassStandsInARoom = classes()
            .that()
            .resideOutsideOfPackages(PLUGINS, LAUNCH)
            .should(new StandInARoom())
            .because("a class outside every room is under no rule");

    @ArchTest
    static final ArchRule roomsImportOnlyRoomsAbove = classes()
            .that(describe("stand in a room", type -> ORDER.contains(room(type))))
            .should(new ImportOnlyRoomsAbove())
            .because("data walks one way; who stands below listens to events");

    @ArchTest
    static final ArchRule sharedKnowsTheJdkOnly = classes()
            .that()
            .resideInAPackage(SHARED)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(SHARED, ANNOTATIONS, JDK)
            .because("every room, and every plug-in, stands on it");

    @ArchTest
    static final ArchRule spiKnowsOnlyWordsAndJson = classes()
            .that()
            .resideInAPackage(SPI)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(SPI, SHARED, "jakarta.json..", ANNOTATIONS, JDK)
            .because("a third party compiles a plug-in against these classes alone");

    @ArchTest
    static final ArchRule plugInsKnowOnlyTheirExtensionPoint = classes()
            .that()
            .resideInAPackage(PLUGINS)
            .and()
            .resideOutsideOfPackage(SMTP)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(PLUGINS, SPI, SHARED, "jakarta.json..", ANNOTATIONS, JDK)
            .because("the built-in plug-ins prove what a third party's can do");

    @ArchTest
    static final ArchRule smtpKnowsJakartaMailBesides = classes()
            .that()
            .resideInAPackage(SMTP)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    SMTP,
                    SPI,
                    SHARED,
                    "jakarta.mail..",
                    "org.eclipse.angus.mail.smtp..",
                    "javax.net.ssl..",
                    ANNOTATIONS,
                    JDK)
            .because("a channel may use what the server has anyway; what a reply means only Angus says");

    @ArchTest
    static final ArchRule plugInsDoNotKnowEachOther = slices().matching("org.sopan.plugins.(*)..")
            .should()
            .notDependOnEachOther()
            .because("each can be taken out by itself");

    @ArchTest
    static final ArchRule launcherStandsAlone = noClasses()
            .that()
            .resideInAPackage(LAUNCH)
            .should()
            .dependOnClassesThat(resideInAPackage(ANYTHING_OF_OURS).and(resideOutsideOfPackage(LAUNCH)))
            .because("it runs before the application's classes can be loaded");

    @ArchTest
    static final ArchRule packagesFormNoCycle =
            slices().matching("org.sopan.(**)").should().beFreeOfCycles().because("a cycle is only understood whole");

    @ArchTest
    static final ArchRule onlyTheLauncherKnowsPayara = noClasses()
            .that()
            .resideOutsideOfPackage(LAUNCH)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fish.payara..", "org.glassfish..", "com.sun..", "org.eclipse.persistence..")
            .because("the WAR stays portable, and the next Payara is a change of version");

    private RoomRules() {}

    /** The room of one of our classes; the empty word for any other. */
    private static String room(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(ROOT) ? name.substring(ROOT.length()).split("\\.", 2)[0] : "";
    }

    private static final class StandInARoom extends ArchCondition<JavaClass> {
        StandInARoom() {
            super("stand in a room of the house");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean known = ORDER.contains(room(type));
            events.add(new SimpleConditionEvent(type, known, type.getName() + " stands in no known room"));
        }
    }

    private static final class ImportOnlyRoomsAbove extends ArchCondition<JavaClass> {
        ImportOnlyRoomsAbove() {
            super("import only rooms above their own");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            int own = ORDER.indexOf(room(type));
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String target = room(dependency.getTargetClass());
                boolean above = target.isEmpty() || (ORDER.contains(target) && ORDER.indexOf(target) <= own);
                events.add(new SimpleConditionEvent(dependency, above, dependency.getDescription()));
            }
        }
    }
}
