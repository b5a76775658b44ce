/**
 * Targets for coverage-guided fuzzing with Jazzer, one for each family of decoders. Not part of the build; run as
 *
 * <pre>
 * java -cp ... org.dicompreview.fuzz.FuzzSeeds jpegls SEEDS
 * java -cp ... com.code_intelligence.jazzer.Jazzer --target_class=org.dicompreview.fuzz.JpegLsFuzzer \
 *     --instrumentation_includes=org.dicompreview.** -max_total_time=600 CORPUS SEEDS
 * </pre>
 */
package org.dicompreview.fuzz;
