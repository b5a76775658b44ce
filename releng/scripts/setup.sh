# Sourced by ./preview and ./check: finds or sets up what a build and a start need. Needs $root. Bash 3.2 or newer.

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# Sets $java to a Java 17 or newer that comes with a compiler.
need_java() {
	local home
	for home in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(command -v javac 2>/dev/null || echo /none/none)")")"; do
		if [ -n "$home" ] && [ -x "$home/bin/javac" ] && java_is_new_enough "$home/bin/javac"; then
			java="$home/bin/java"
			return
		fi
	done
	if command -v javac >/dev/null && java_is_new_enough "$(command -v javac)"; then
		java=$(command -v java)
		return
	fi
	die "A JDK 17 or newer is needed: install one (on Debian: apt-get install openjdk-17-jdk-headless) or set JAVA_HOME."
}

java_is_new_enough() {
	local version
	version=$("$1" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
	[ "${version:-0}" -ge 17 ]
}

# Sets $maven to a Maven that Tycho runs in; an older one fetches it into .tooling.
need_maven() {
	local wanted=3.9.16 version
	maven="$root/.tooling/apache-maven-$wanted/bin/mvn"
	[ -x "$maven" ] && return
	command -v mvn >/dev/null || die "Maven 3.6 or newer is needed on the PATH (on Debian: apt-get install maven)."
	version=$(mvn -v 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
	case "$version" in
	3.9) maven=mvn; return ;;
	esac
	say "Fetching Maven $wanted with the Maven $version that is here ..."
	local temporary
	temporary=$(mktemp -d)
	# Outside the checkout: the extensions of this build do not load in an old Maven.
	(cd "$temporary" && mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.6.1:unpack \
		"-Dartifact=org.apache.maven:apache-maven:$wanted:zip:bin" "-DoutputDirectory=$temporary/maven") >&2 ||
		die "Maven $wanted could not be fetched."
	chmod +x "$temporary/maven/apache-maven-$wanted/bin/mvn"
	mkdir -p "$root/.tooling"
	mv "$temporary/maven/apache-maven-$wanted" "$root/.tooling/"
	rm -rf "$temporary"
}

# Sets $newest_java to the newest Java 21 or later on this machine, for the newest platform to install into; writes the
# file of toolchains $toolchains that tells the build of it. Sets $newest_missing to the reason if there is none.
find_newest_java() {
	local home version best=0
	newest_java=""
	for home in "${JAVA_HOME:-}" /usr/lib/jvm/* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/*; do
		[ -x "$home/bin/java" ] && [ -e "$home/release" ] || continue
		version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
		if [ "${version:-0}" -ge 21 ] && [ "$version" -gt "$best" ]; then
			best=$version newest_java=$home
		fi
	done
	case "$(uname -s)-$(uname -m)" in
	Linux-x86_64) newest_missing="there is no Java 21 or newer on this machine" ;;
	*) newest_missing="it is published for Linux on x86-64 alone, of those that this test knows" newest_java="" ;;
	esac
	[ -n "$newest_java" ] || return 1
	newest_missing=""
	mkdir -p "$root/.tooling"
	toolchains="$root/.tooling/toolchains.xml"
	cat >"$toolchains" <<-XML
		<toolchains>
		<toolchain>
		<type>jdk</type>
		<provides><id>JavaSE-$best</id><version>$best</version></provides>
		<configuration><jdkHome>$newest_java</jdkHome></configuration>
		</toolchain>
		</toolchains>
	XML
}

# Whether the artifacts of dcm4che resolve: they are in the local Maven repository, or can be fetched within 30 seconds.
# Sets $dcm4che_version, and $dcm4che_missing to the reason if they do not. Needs $maven.
find_dcm4che() {
	local definition="$root/releng/org.dicompreview.dcm4che.target/org.dicompreview.dcm4che.target.target"
	local artifact
	dcm4che_version=$(sed -n 's|.*<artifactId>dcm4che-core</artifactId><version>\([^<]*\)<.*|\1|p' "$definition")
	dcm4che_site=$(sed -n 's|.*<repository><id>dcm4che</id><url>\([^<]*\)<.*|\1|p' "$definition")
	dcm4che_missing=""
	for artifact in $(sed -n 's|.*<groupId>org.dcm4che</groupId><artifactId>\([^<]*\)<.*|\1|p' "$definition"); do
		resolves org.dcm4che "$artifact" "$dcm4che_version" && continue
		dcm4che_missing="$artifact is neither in the local Maven repository nor within reach (see docs/dcm4che.md)"
		return 1
	done
}

# Whether the artifacts of dcm4che are in the local Maven repository.
has_dcm4che() {
	local definition="$root/releng/org.dicompreview.dcm4che.target/org.dicompreview.dcm4che.target.target" artifact version
	version=$(sed -n 's|.*<artifactId>dcm4che-core</artifactId><version>\([^<]*\)<.*|\1|p' "$definition")
	for artifact in $(sed -n 's|.*<groupId>org.dcm4che</groupId><artifactId>\([^<]*\)<.*|\1|p' "$definition"); do
		[ -e "$HOME/.m2/repository/org/dcm4che/$artifact/$version/$artifact-$version.jar" ] || return 1
	done
}

# Likewise what dcm4che's decoders with OpenCV need, with the native libraries. Sets $opencv_missing. After find_dcm4che.
find_opencv() {
	local library native version
	opencv_missing="dcm4che-imageio-opencv or weasis-core-img"
	version=$(sed -n 's|.*<artifactId>weasis-core-img</artifactId><version>\([^<]*\)<.*|\1|p' \
		"$root/releng/org.dicompreview.opencv.target/org.dicompreview.opencv.target.target")
	resolves org.dcm4che dcm4che-imageio-opencv "$dcm4che_version" && resolves org.weasis.core weasis-core-img "$version" ||
		return 1
	version=$(sed -n 's|.*<opencv.version>\([^<]*\)<.*|\1|p' "$root/bundles/org.dicompreview.opencv.natives/pom.xml")
	for native in so:linux-x86-64 so:linux-aarch64 dylib:macosx-x86-64 dylib:macosx-aarch64 dll:windows-x86-64; do
		library=libopencv_java
		[ "${native%:*}" = dll ] && library=opencv_java
		opencv_missing="$library for ${native#*:}"
		resolves org.weasis.thirdparty.org.opencv $library "$version" "${native%:*}" "${native#*:}" || return 1
	done
	opencv_missing=""
}

# Whether an artifact is in the local Maven repository, or can be fetched there within 30 seconds. Arguments: group,
# artifact, version, and for other files than archives type and classifier. Needs $maven and $dcm4che_site.
resolves() {
	local file
	file="$HOME/.m2/repository/$(echo "$1" | tr . /)/$2/$3/$2-$3${5:+-$5}.${4:-jar}"
	[ -e "$file" ] && return
	# Outside the checkout: the extensions of this build are not needed for this.
	(cd / && within 30 "$maven" -B -q org.apache.maven.plugins:maven-dependency-plugin:3.6.1:get -Dtransitive=false \
		"-DremoteRepositories=dcm4che::default::$dcm4che_site" "-Dartifact=$1:$2:$3${4:+:$4:$5}") >/dev/null 2>&1
}

# Runs a command that may take so many seconds.
within() {
	local seconds=$1
	shift
	if command -v timeout >/dev/null; then
		timeout "$seconds" "$@"
	else
		perl -e 'alarm shift; exec @ARGV' "$seconds" "$@"
	fi
}

has_display() {
	[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

# Installs Debian packages unless their witness is there. Arguments: pairs of witness and package; a witness is a
# command, or a library as lib*.so.*
need_packages() {
	local missing="" witness package
	while [ $# -gt 0 ]; do
		witness=$1 package=$2
		shift 2
		case "$witness" in
		lib*)
			case "$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p)" in
			*"$witness"*) ;;
			*) missing="$missing $package" ;;
			esac
			;;
		/*) [ -e "$witness" ] || missing="$missing $package" ;;
		*) command -v "$witness" >/dev/null || missing="$missing $package" ;;
		esac
	done
	[ -z "$missing" ] && return
	local become=""
	if [ "$(id -u)" != 0 ]; then
		become="sudo -n"
		sudo -n true 2>/dev/null || become=none
	fi
	if ! command -v apt-get >/dev/null || [ "$become" = none ]; then
		die "Please install these Debian packages, or what your system calls them:$missing"
	fi
	say "Installing$missing ..."
	local log
	log=$(mktemp)
	{ $become apt-get update && DEBIAN_FRONTEND=noninteractive $become apt-get install -y --no-install-recommends $missing; } \
		>"$log" 2>&1 || { cat "$log" >&2; die "Installing$missing failed."; }
	rm -f "$log"
}

# Installs Orthanc, an archive that tests of DICOMweb ask if it is there, where that can be done without asking and within
# two minutes. Sets $orthanc_missing to the reason if it is not there.
find_orthanc() {
	local become=""
	orthanc_missing=""
	[ -e /usr/share/orthanc/plugins/libOrthancDicomWeb.so ] && return
	orthanc_missing="Debian: apt-get install orthanc orthanc-dicomweb"
	command -v apt-get >/dev/null || return 1
	if [ "$(id -u)" != 0 ]; then
		sudo -n true 2>/dev/null || return 1
		become="sudo -n"
	fi
	say "Installing orthanc orthanc-dicomweb ..."
	# As a program alone: its service must not be started, nor stay.
	within 60 $become apt-get update >/dev/null 2>&1
	within 120 $become env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 \
		apt-get install -y --no-install-recommends orthanc orthanc-dicomweb >/dev/null 2>&1
	$become service orthanc stop >/dev/null 2>&1
	[ -e /usr/share/orthanc/plugins/libOrthancDicomWeb.so ] || return 1
	orthanc_missing=""
}

need_gtk() {
	[ "$(uname -s)" = Linux ] || return 0
	need_packages libgtk-3.so.0 libgtk-3-0 /usr/share/icons/Adwaita adwaita-icon-theme \
		/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf fonts-dejavu-core dbus-run-session dbus-x11 \
		libasound.so.2 libasound2 libpulse.so.0 libpulse0 libxcb-shm.so.0 libxcb-shm0 # these three for video
	has_display || need_packages xvfb-run xvfb xauth xauth
}

# The compiler compiles only files that have changed, though others hold their constants. So what was made of sources that
# have changed since goes as a whole, with the archive that other scripts would take for up to date.
forget_stale_classes() {
	local module stamp
	for module in "$root"/bundles/* "$root"/tests/*; do
		stamp="$module/target/sources.stamp"
		[ -d "$module/src" ] || continue
		if [ ! -e "$stamp" ] || [ -n "$(find "$root"/bundles/*/src "$root/tests/org.dicompreview.testsupport/src" "$module/src" \
			-name '*.java' -newer "$stamp" -print -quit)" ]; then
			rm -rf "$module/target/classes" "$module/target/test-classes" "$module"/target/*-SNAPSHOT.jar "$root/.tooling/built"
			mkdir -p "$module/target"
			touch "$stamp"
		fi
	done
}

# Builds product and sample maker if a source has changed since the last time, or dcm4che has come within reach: with it
# wherever its artifacts resolve.
need_product() {
	local state profile=()
	mkdir -p "$root/.tooling"
	# Two builds in one checkout would spoil each other.
	if command -v flock >/dev/null; then
		exec 9>"$root/.tooling/lock"
		flock 9
	fi
	# Without what Tycho puts beside the sources while it builds.
	state=$(cd "$root" && find bundles features releng tests/org.dicompreview.testsupport pom.xml .mvn -type f \
		! -path '*/target/*' ! -path '*/scripts/*' ! -name '.polyglot*' ! -name '*pom.tycho' ! -name '.tycho-*' \
		-exec ls -ln {} + | cksum)
	if [ -d "$(product_folder)" ]; then
		case "$(cat "$root/.tooling/built" 2>/dev/null)" in
		"$state with dcm4che") exec 9>&-; return ;;
		"$state") has_dcm4che || { exec 9>&-; return; } ;;
		esac
	fi
	need_maven
	say "Building (the first time takes some minutes) ..."
	rm -f "$root/.tooling/built"
	forget_stale_classes
	find_dcm4che && profile=(-Pdcm4che) state="$state with dcm4che"
	(cd "$root" && JAVA_HOME=$(java_home) "$maven" -B -ntp package -Dwithout.tests ${profile[@]+"${profile[@]}"}) \
		>"$root/.tooling/build.log" 2>&1 || {
		grep -E '^\[ERROR\]' "$root/.tooling/build.log" | grep -v 'osgi.platform' | head -n 20 >&2
		die "The build failed; all of it is in .tooling/build.log."
	}
	echo "$state" >"$root/.tooling/built"
	exec 9>&-
}

java_home() {
	dirname "$(dirname "$(readlink -f "$java" 2>/dev/null || echo "$java")")"
}

# Prints the folder of the product for this machine.
product_folder() {
	local os ws arch
	case "$(uname -s)" in
	Linux) os=linux ws=gtk ;;
	Darwin) os=macosx ws=cocoa ;;
	*) os=win32 ws=win32 ;;
	esac
	case "$(uname -m)" in
	arm64 | aarch64) arch=aarch64 ;;
	*) arch=x86_64 ;;
	esac
	local folder=dicom-series-preview
	[ $os = macosx ] && folder="DICOM Series Preview.app/Contents/Eclipse"
	echo "$root/releng/org.dicompreview.product/target/products/org.dicompreview.product/$os/$ws/$arch/$folder"
}

# Starts the product as a person does who has unpacked its archive, but with a workspace of its own.
start_product() {
	local product
	product=$(product_folder)
	export JAVA_HOME DICOM_PREVIEW_WORKSPACE="${DICOM_PREVIEW_WORKSPACE:-$HOME/.dicom-series-preview}"
	JAVA_HOME=$(java_home)
	case "$(uname -s)" in
	Linux) "${runner[@]}" "$product/dicom-series-preview" "$@" ;;
	Darwin) "$product/../MacOS/dicom-series-preview" "$@" ;;
	*) cmd //c "$(cygpath -w "$product/DICOM Series Preview.cmd")" "$@" ;;
	esac
}

# Runs Java on the product without a window: VM arguments, then --, then program arguments.
run_product() {
	local vm=() launcher options
	while [ "$1" != -- ]; do
		vm+=("$1")
		shift
	done
	shift
	launcher=$(ls "$(product_folder)"/plugins/org.eclipse.equinox.launcher_*.jar | tail -n 1)
	options="$(product_folder)/java.options"
	command -v cygpath >/dev/null && options=$(cygpath -m "$options")
	"${runner[@]}" "$java" "@$options" "${vm[@]}" -jar "$launcher" -nosplash "$@"
}
