package org.sopan.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.inject.Inject;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullMarked;

/** What holds inside every room: state, time, chance, injection, names. */
final class CodeRules {
    private static final String LAUNCH = "org.sopan.launch..";
    private static final String STATE = "are entities or parts of one";
    private static final DescribedPredicate<JavaClass> ENTITIES = describe(
            STATE,
            type -> type.isAnnotatedWith(Entity.class)
                    || type.isAnnotatedWith(Embeddable.class)
                    || type.isAnnotatedWith(MappedSuperclass.class));

    @ArchTest
    static final ArchRule entitiesHaveNoSetters = noMethods()
            .that()
            .areDeclaredInClassesThat(ENTITIES)
            .should()
            .haveNameMatching("set([A-Z].*)?")
            .because("state changes by what happens to it, and the entity sees to its own rules");

    @ArchTest
    static final ArchRule entityFieldsArePrivate = fields().that()
            .areDeclaredInClassesThat(ENTITIES)
            .should()
            .bePrivate()
            .because("a field that others write is a setter");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .that()
            .resideOutsideOfPackage(LAUNCH)
            .should()
            .callCodeUnitWhere(target(owner(resideInAPackage("java.time..")))
                    .and(target(nameMatching("now")))
                    .and(describe("no Clock is given", CodeRules::isWithoutClock)))
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callConstructor(java.util.Date.class)
            .because("a test sets the clock, and nothing turns red by the calendar");

    @ArchTest
    static final ArchRule theClockComesFromOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage(LAUNCH)
            .and()
            .doNotHaveFullyQualifiedName("org.sopan.platform.Clocks")
            .should()
            .callCodeUnitWhere(target(owner(describe("Clock", type -> type.isEquivalentTo(Clock.class))))
                    .and(target(nameMatching("system.*|tick.+"))))
            .because("an injected clock can be set");

    @ArchTest
    static final ArchRule chanceComesFromOnePlace = noClasses()
            .should()
            .callConstructor(Random.class)
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callMethod(Collections.class, "shuffle", List.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class)
            .because("chance without a seed cannot be told again, and is no secret either");

    @ArchTest
    static final ArchRule chanceIsNotReckoned = noClasses()
            .should()
            .callConstructor(Random.class, long.class)
            .because("the ids that a candidate sees are enough to reckon all that such a source has drawn");

    @ArchTest
    static final ArchRule beansAreWhole = noFields()
            .should()
            .beAnnotatedWith(Inject.class)
            .orShould()
            .beAnnotatedWith(ConfigProperty.class)
            .because("what a bean needs stands in its constructor, and a test can give it");

    @ArchTest
    static final ArchRule beansDoNotChange = noMethods()
            .should()
            .beAnnotatedWith(Inject.class)
            .because("what a bean needs stands in its constructor, and its fields are final");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Manager|Helper|Dto|DTO|Service)|.*Util[^.]*")
            .because("nouns are state, verb phrases are use cases, plurals are repositories");

    @ArchTest
    static final ArchRule everyPackageIntroducesItself = classes()
            .should(new StandInANullMarkedPackage())
            .because("a newcomer reads its sentence first, and NullAway checks what is marked");

    private CodeRules() {}

    private static boolean isWithoutClock(JavaCall<?> call) {
        CodeUnitCallTarget target = call.getTarget();
        return target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static final class StandInANullMarkedPackage extends ArchCondition<JavaClass> {
        StandInANullMarkedPackage() {
            super("stand in a package with @NullMarked in its package-info");
        }

        @Override
        public void check(JavaClass type, ConditionEvents events) {
            boolean marked = type.getPackage()
                    .tryGetPackageInfo()
                    .map(info -> info.isAnnotatedWith(NullMarked.class))
                    .orElse(false);
            events.add(new SimpleConditionEvent(type, marked, type.getPackageName() + " is not null-marked"));
        }
    }
}
