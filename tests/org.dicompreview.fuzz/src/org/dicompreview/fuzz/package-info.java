/**
 * Coverage-guided fuzzing with Jazzer, a {@link org.dicompreview.fuzz.Target} at a time: the reader, grouping and
 * ordering, rendering, and the decoders of a family of transfer syntaxes. {@code tests/fuzz} runs it. Objects of test
 * support and the fixtures of the decoders' tests are the seeds.
 */
package org.dicompreview.fuzz;
