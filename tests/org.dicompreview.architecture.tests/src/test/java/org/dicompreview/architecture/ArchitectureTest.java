package org.dicompreview.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The rooms of the architecture as their classes have them. */
class ArchitectureTest {

	private static final String INTERNAL = "..internal..";
	private static final String SPI = "..spi";
	private static final String CONSUMER_TYPE = "org.osgi.annotation.versioning.ConsumerType";
	private static final String COMPONENT_REFERENCE = "org.osgi.service.component.annotations.Reference";
	private static final JavaClasses CLASSES = new ClassFileImporter()
			.importPackages(Rooms.MAY_USE.keySet().stream().map(Rooms.OURS::concat).toList());

	/** {@return the rooms that are built} */
	static Set<String> rooms() {
		return CLASSES.stream().filter(each -> each.getPackageName().startsWith(Rooms.OURS))
				.map(each -> Rooms.of(each.getPackageName())).filter(Rooms.MAY_USE::containsKey)
				.collect(Collectors.toCollection(TreeSet::new));
	}

	private static DescribedPredicate<JavaClass> ofRoom(String room) {
		return describe("of " + room,
				each -> each.getPackageName().startsWith(Rooms.OURS) && Rooms.of(each.getPackageName()).equals(room));
	}

	@Test
	void allRoomsOfTheDefaultBuildAreLookedAt() {
		Set<String> missing = new TreeSet<>(Rooms.MAY_USE.keySet());
		missing.removeAll(rooms());
		assertTrue(Set.of("dcm4che", "opencv").containsAll(missing), missing::toString);
	}

	@Test
	void exportedPackagesNameNoInternalOnes() {
		noClasses().that().resideOutsideOfPackage(INTERNAL).should().dependOnClassesThat(
				resideInAPackage(INTERNAL).and(describe("are ours", each -> each.getPackageName().startsWith(Rooms.OURS))))
				.check(CLASSES);
	}

	/** What a provider implements lies apart from what clients call, which knows nothing of it. */
	@Test
	void clientsNeedNotKnowWhatProvidersImplement() {
		noClasses().that().resideOutsideOfPackages(INTERNAL, SPI).should().dependOnClassesThat().resideInAPackage(SPI)
				.check(CLASSES);
	}

	/** It lies apart, or says that clients implement it, as layers and tools do, which embedders add without OSGi too. */
	@Test
	void whatIsCollectedFromOtherPlugInsIsAServiceInterfaceOfItsOwn() {
		List<JavaMethod> collecting = CLASSES.stream().flatMap(each -> each.getMethods().stream())
				.filter(method -> method.isAnnotatedWith(COMPONENT_REFERENCE)).toList();
		assertTrue(collecting.size() >= 5, collecting::toString);
		for (JavaMethod method : collecting) {
			JavaClass service = method.getRawParameterTypes().get(0);
			assertTrue(resideInAPackage(SPI).test(service) || service.isAnnotatedWith(CONSUMER_TYPE),
					() -> method.getFullName() + " collects " + service.getName());
		}
	}

	@ParameterizedTest
	@MethodSource("rooms")
	void packagesOfARoomFormNoCircle(String room) {
		DescribedPredicate<JavaClass> ours = ofRoom(room);
		slices().assignedFrom(new SliceAssignment() {
			@Override
			public SliceIdentifier getIdentifierOf(JavaClass each) {
				return ours.test(each) ? SliceIdentifier.of(each.getPackageName()) : SliceIdentifier.ignore();
			}

			@Override
			public String getDescription() {
				return "packages of " + room;
			}
		}).should().beFreeOfCycles().check(CLASSES);
	}

	@ParameterizedTest
	@MethodSource("rooms")
	void dependenciesPointOneWayAndNeverIntoInternals(String room) {
		Set<String> mayUse = Rooms.MAY_USE.get(room);
		noClasses().that(ofRoom(room)).should().dependOnClassesThat(describe("are of a room below or beside, or internal to another",
				each -> each.getPackageName().startsWith(Rooms.OURS) && !ofRoom(room).test(each)
						&& (!mayUse.contains(Rooms.of(each.getPackageName())) || resideInAPackage(INTERNAL).test(each))))
				.check(CLASSES);
	}

	@ParameterizedTest
	@MethodSource("rooms")
	void roomsWithoutUserInterfaceNameNoWidget(String room) {
		Pattern allowed = Rooms.MAY_IMPORT.getOrDefault(room, Pattern.compile(".*"));
		classes().that(ofRoom(room)).should().onlyDependOnClassesThat(describe("match " + allowed, each -> {
			JavaClass type = each.getBaseComponentType();
			return type.isPrimitive() || type.getName().startsWith(Rooms.OURS) || allowed.matcher(type.getName()).matches();
		})).check(CLASSES);
	}
}
