package okno.platform.test;

import static com.tngtech.archunit.lang.SimpleConditionEvent.satisfied;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Conditions of {@link ArchitectureRules} that ArchUnit has no words for. */
final class ArchitectureConditions {

    private static final Set<String> EMPTY_WORDS =
            Set.of("Impl", "Manager", "Helper", "Util", "Utils", "Common", "Base", "Abstract", "Info", "Dto", "DTO");
    private static final Set<String> CLOCKLESS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth");

    private ArchitectureConditions() {}

    static DescribedPredicate<JavaClass> notPublic() {
        return DescribedPredicate.describe(
                "are not public", type -> !type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    static DescribedPredicate<JavaClass> doNotUse(String... packages) {
        return DescribedPredicate.describe(
                "do not use " + String.join(", ", packages), type -> type.getDirectDependenciesFromSelf().stream()
                        .map(dependency -> dependency.getTargetClass().getPackageName())
                        .noneMatch(target -> Arrays.stream(packages).anyMatch(target::startsWith)));
    }

    static ArchCondition<JavaClass> denyByDefault(String preAuthorize) {
        return condition("be annotated with @PreAuthorize(\"denyAll()\")", (type, events) -> {
            boolean denies = type.tryGetAnnotationOfType(preAuthorize)
                    .flatMap(annotation -> annotation.get("value"))
                    .filter("denyAll()"::equals)
                    .isPresent();
            if (!denies) {
                events.add(violated(type, type.getName() + " is open unless each handler closes itself"));
            }
        });
    }

    static ArchCondition<JavaClass> notCallClientsWhenTransactional(String transactional) {
        return condition("not call clients when transactional", (type, events) -> {
            boolean inTransaction = type.isAnnotatedWith(transactional)
                    || type.getMethods().stream().anyMatch(method -> method.isAnnotatedWith(transactional));
            if (inTransaction) {
                type.getMethodCallsFromSelf().stream()
                        .filter(call -> isRemote(call.getTargetOwner()))
                        .forEach(call -> events.add(violated(type, call.getDescription())));
            }
        });
    }

    private static boolean isRemote(JavaClass type) {
        return type.getSimpleName().endsWith("Client") && !type.getSimpleName().equals("JdbcClient");
    }

    static ArchCondition<JavaClass> readTheSystemClock() {
        return condition("read the system clock", (type, events) -> {
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getName().equals("now")
                            && CLOCKLESS.contains(call.getTargetOwner().getName())
                            && call.getTarget().getRawParameterTypes().stream()
                                    .noneMatch(parameter -> parameter.isAssignableTo(Clock.class)))
                    .forEach(call -> events.add(satisfied(type, call.getDescription())));
            type.getMethodCallsFromSelf().stream()
                    .filter(call -> call.getTargetOwner().isEquivalentTo(System.class)
                            && call.getName().equals("currentTimeMillis"))
                    .forEach(call -> events.add(satisfied(type, call.getDescription())));
        });
    }

    static ArchCondition<JavaClass> haveMoreThanOneImplementation(String mapper) {
        return condition("have more than one implementation", (type, events) -> {
            boolean exempt = type.isAnnotation()
                    || type.isAnnotatedWith(mapper)
                    || type.isAnnotatedWith(FunctionalInterface.class)
                    || type.isAnnotatedWith("okno.platform.core.Port");
            List<JavaClass> implementations = type.getAllSubclasses().stream()
                    .filter(subclass -> !subclass.isInterface())
                    .toList();
            if (!exempt && implementations.size() == 1) {
                events.add(violated(
                        type,
                        type.getName() + " has one implementation, "
                                + implementations.getFirst().getName()));
            }
        });
    }

    static ArchCondition<JavaClass> haveNoEmptyWordInTheirNames() {
        return condition("have no empty word in their names", (type, events) -> Stream.of(
                        type.getSimpleName().split("(?<=[a-z0-9])(?=[A-Z])"))
                .filter(EMPTY_WORDS::contains)
                .forEach(word -> events.add(violated(type, type.getName() + " is called " + word))));
    }

    static ArchCondition<JavaClass> resideInNullMarkedPackages() {
        return condition("reside in null-marked packages", (type, events) -> {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                events.add(violated(type, type.getPackageName() + " has no package-info.java with @NullMarked"));
            }
        });
    }

    private static ArchCondition<JavaClass> condition(
            String description, BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }
}
