package org.sopan.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.stream.Stream;
import org.sopan.platform.Public;
import org.sopan.platform.Requires;

/** What holds where a room meets the world over HTTP. */
final class EdgeRules {
    private static final String EDGE = "..rest";
    private static final DescribedPredicate<JavaMethod> ENDPOINTS =
            describe("answer HTTP", method -> method.isMetaAnnotatedWith(HttpMethod.class));

    @ArchTest
    static final ArchRule everyEndpointSaysWhoMayCall = methods()
            .that(ENDPOINTS)
            .should(new SayWhoMayCall())
            .because("one that says nothing is refused to everybody, one that says both is not understood");

    @ArchTest
    static final ArchRule endpointsStandInResources = methods()
            .that(ENDPOINTS)
            .should()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .because("Jersey finds them nowhere else");

    @ArchTest
    static final ArchRule resourcesAreFound = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .bePublic()
            .andShould()
            .resideInAPackage(EDGE)
            .because("Jersey answers 500 for a package-private resource, and the edge has its own package");

    @ArchTest
    static final ArchRule wholeAddressesStandOnClasses = noMethods()
            .should()
            .beAnnotatedWith(Path.class)
            .because("two classes whose paths begin alike shadow each other silently");

    @ArchTest
    static final ArchRule signaturesShowNoEntity = methods()
            .that(ENDPOINTS)
            .should(new ShowNoEntity())
            .because("what a client sees does not change with a table");

    @ArchTest
    static final ArchRule recordsOfTheEdgeHoldNoEntity = fields().that()
            .areDeclaredInClassesThat(describe("are records of the edge", type -> type.isRecord() && isEdge(type)))
            .should(new HoldNoEntity())
            .because("what a client sees does not change with a table");

    private EdgeRules() {}

    private static boolean isEdge(JavaClass type) {
        return type.getPackageName().endsWith(".rest");
    }

    private static boolean namesEntity(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().anyMatch(each -> each.isAnnotatedWith(Entity.class));
    }

    private static final class SayWhoMayCall extends ArchCondition<JavaMethod> {
        SayWhoMayCall() {
            super("carry exactly one of @Requires and @Public");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean one = method.isAnnotatedWith(Requires.class) != method.isAnnotatedWith(Public.class);
            events.add(new SimpleConditionEvent(method, one, method.getFullName() + " carries both or none"));
        }
    }

    private static final class ShowNoEntity extends ArchCondition<JavaMethod> {
        ShowNoEntity() {
            super("take and give no entity");
        }

        @Override
        public void check(JavaMethod method, ConditionEvents events) {
            boolean named = Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                    .anyMatch(EdgeRules::namesEntity);
            events.add(new SimpleConditionEvent(method, !named, method.getFullName() + " names an entity"));
        }
    }

    private static final class HoldNoEntity extends ArchCondition<JavaField> {
        HoldNoEntity() {
            super("hold no entity");
        }

        @Override
        public void check(JavaField field, ConditionEvents events) {
            boolean named = namesEntity(field.getType());
            events.add(new SimpleConditionEvent(field, !named, field.getFullName() + " holds an entity"));
        }
    }
}
