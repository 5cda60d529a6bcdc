package hourglass;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.bytedeco.openblas.global.openblas;

/** The walls of the house; what each room may know is said in its package-info. */
@AnalyzeClasses(packages = "hourglass", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule floors = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("core")
            .definedBy("hourglass.core..")
            .layer("engine")
            .definedBy("hourglass.engine..")
            .layer("session")
            .definedBy("hourglass.session..")
            .layer("figures")
            .definedBy("hourglass.figures..")
            .layer("ui")
            .definedBy("hourglass.ui..")
            .layer("cli")
            .definedBy("hourglass.cli..")
            .layer("app")
            .definedBy("hourglass.app..")
            .whereLayer("app")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("cli")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("ui")
            .mayOnlyBeAccessedByLayers("app")
            .whereLayer("figures")
            .mayOnlyBeAccessedByLayers("ui", "cli", "app")
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("figures", "ui", "cli", "app")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("session", "figures", "ui", "cli", "app");

    @ArchTest
    static final ArchRule coreImportsJavaAndSpecialFunctionsOnly = classes()
            .that()
            .resideInAPackage("hourglass.core..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("hourglass.core..", "java..", "org.apache.commons.math3..", "org.jspecify.."));

    @ArchTest
    static final ArchRule belowTheWindowNobodyKnowsTheWindow = noClasses()
            .that()
            .resideInAnyPackage("hourglass.core..", "hourglass.engine..", "hourglass.session..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("javafx..", "java.awt..", "javax.swing..", "javax.imageio.."));

    @ArchTest
    static final ArchRule noCyclesBetweenRooms =
            slices().matching("hourglass.(*).(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dl4jInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage("hourglass.engine.dl4j..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.deeplearning4j..", "org.nd4j..", "org.bytedeco.."));

    @ArchTest
    static final ArchRule smileInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackage("hourglass.engine.embed.smile..")
            .should()
            .dependOnClassesThat(resideInAPackage("smile.."));

    @ArchTest
    static final ArchRule featuresDoNotKnowEachOther = slices().matching("hourglass.ui.(*)..")
            .namingSlices("feature $1")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    resideInAnyPackage(
                            "hourglass.ui.kit..",
                            "hourglass.ui.chart..",
                            "hourglass.ui.pictures..",
                            "hourglass.ui.hourglass..",
                            "hourglass.ui.scatter.."));

    @ArchTest
    static final ArchRule oneClock = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("hourglass.ui.kit.FrameClock")
            .and()
            .resideOutsideOfPackage("hourglass.app..")
            .and(DescribedPredicate.not(DescribedPredicate.describe(
                    "be inside the clock", (JavaClass c) -> c.getName().startsWith("hourglass.ui.kit.FrameClock"))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("javafx.animation.."))
            .orShould()
            .callMethod(javafx.application.Platform.class, "runLater", Runnable.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Timer.class);

    @ArchTest
    static final ArchRule threadsInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackages("hourglass.session.concurrent..")
            .should()
            .callConstructorWhere(target(owner(assignableTo(Thread.class))))
            .orShould()
            .beAssignableTo(Thread.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.concurrent.Executors.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.concurrent.ExecutorService.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.concurrent.ForkJoinTask.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Timer.class)
            .orShould()
            .callMethodWhere(describe(
                    "runs on the common pool",
                    (JavaMethodCall call) -> call.getTarget().getName().startsWith("parallel")
                            && call.getTargetOwner().getPackageName().startsWith("java.util")));

    /** The client of the network hands out futures; whoever downloads waits for them and starts nothing with them. */
    @ArchTest
    static final ArchRule futuresInOneRoom = noClasses()
            .that()
            .resideOutsideOfPackages("hourglass.session.concurrent..", "hourglass.session.data.download..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.util.concurrent.CompletableFuture.class);

    @ArchTest
    static final ArchRule noFutureRunsOnThreadsOfItsOwn = noClasses()
            .should()
            .callMethodWhere(describe(
                    "gives work to another thread",
                    (JavaMethodCall call) ->
                            call.getTargetOwner().isAssignableTo(java.util.concurrent.CompletableFuture.class)
                                    && call.getTarget().getName().endsWith("Async")));

    @ArchTest
    static final ArchRule viewModelsHaveNoNodes = noClasses()
            .that()
            .resideInAPackage("hourglass.ui..")
            .and()
            .haveSimpleNameEndingWith("Model")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "javafx.scene..", "javafx.stage..", "javafx.application..", "javafx.animation.."));

    @ArchTest
    static final ArchRule noStaticMutableState = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .beFinal();

    /** A final field may still hold what changes. */
    @ArchTest
    static final ArchRule noStaticHoldsWhatChanges = fields().that()
            .areStatic()
            .and()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should(StaticState.HOLD_NOTHING_THAT_CHANGES);

    @ArchTest
    static final ArchRule noDustbins = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager");

    @ArchTest
    static final ArchRule standardStreamsInCommandsOnly = noClasses()
            .that()
            .resideOutsideOfPackage("hourglass.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(Throwable.class, "printStackTrace");

    /** Else numbers are written in the digits of whatever language the machine is set to. */
    @ArchTest
    static final ArchRule numbersAreWrittenInPlainDigits = noClasses()
            .should()
            .callMethod(String.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "formatted", Object[].class)
            .orShould()
            .callMethod(java.io.PrintWriter.class, "printf", String.class, Object[].class)
            .orShould()
            .callMethod(java.io.PrintWriter.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(java.io.PrintStream.class, "printf", String.class, Object[].class)
            .orShould()
            .callMethod(java.text.MessageFormat.class, "format", String.class, Object[].class)
            .orShould()
            .callMethod(String.class, "toLowerCase")
            .orShould()
            .callMethod(String.class, "toUpperCase");

    @ArchTest
    static final ArchRule everyRandomNumberHasASeed = noClasses()
            .should()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(java.util.Random.class)
            .orShould()
            .callConstructor(java.util.SplittableRandom.class)
            .orShould()
            .callMethod(StrictMath.class, "random")
            .orShould()
            .callMethod(java.util.Collections.class, "shuffle", java.util.List.class)
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.security.SecureRandom.class)
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.random.RandomGeneratorFactory")
            .orShould()
            .callMethodWhere(describe(
                    "makes a generator without a seed",
                    (JavaMethodCall call) -> call.getTargetOwner().isEquivalentTo(RandomGenerator.class)
                            && (call.getTarget().getName().equals("getDefault")
                                    || call.getTarget().getName().equals("of"))))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ThreadLocalRandom.class);

    /** OpenBLAS of some systems has no LAPACK. */
    @ArchTest
    static void openBlasIsAskedForProductsAlone(JavaClasses all) {
        Set<String> called = all.stream()
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(openblas.class))
                .map(JavaMethodCall::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of("blas_set_num_threads", "cblas_sgemm"), called);
    }

    /**
     * What has no window in it belongs to a room below. The aim is a fifth of each view; a view that is not there yet may
     * have as many as it has now, and no more.
     */
    @ArchTest
    static void mostClassesOfAViewNeedTheWindow(JavaClasses all) {
        Map<String, Integer> stillAllowed =
                Map.of("data", 7, "denoise", 13, "latent", 17, "map", 12, "reconstruct", 7, "shell", 5, "train", 21);
        Map<String, Set<String>> classes = new TreeMap<>();
        Map<String, Set<String>> withWindow = new TreeMap<>();
        all.stream()
                .filter(each -> each.getPackageName().startsWith("hourglass.ui.")
                        && !each.getName().endsWith("package-info"))
                .forEach(each -> {
                    String view = each.getPackageName().substring("hourglass.ui.".length());
                    String name = each.getName();
                    String file = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
                    classes.computeIfAbsent(view, any -> new TreeSet<>()).add(file);
                    boolean needs = each.getDirectDependenciesFromSelf().stream()
                            .anyMatch(to -> to.getTargetClass().getPackageName().startsWith("javafx."));
                    if (needs) {
                        withWindow.computeIfAbsent(view, any -> new TreeSet<>()).add(file);
                    }
                });
        stillAllowed.forEach((view, allowed) -> {
            Set<String> without = new TreeSet<>(classes.getOrDefault(view, Set.of()));
            without.removeAll(withWindow.getOrDefault(view, Set.of()));
            int most = Math.max(allowed, classes.getOrDefault(view, Set.of()).size() / 5);
            assertTrue(
                    without.size() <= most,
                    view + " has " + without.size() + " classes without JavaFX, at most " + most + ": " + without);
        });
    }

    @ArchTest
    static void everyRoomImportsWhatItsPackageInfoSays(JavaClasses classes) {
        Rooms.assertNobodyImportsMoreThanSaid(classes);
    }

    @ArchTest
    static void filesAndMethodsStaySmall(JavaClasses classes) throws IOException {
        SourceSizes.assertSmall(Path.of("src", "main", "java"));
    }
}
