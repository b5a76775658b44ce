/**
 * Coverage-guided fuzzing of the decoders with Jazzer, a family of transfer syntaxes at a time. {@code tests/fuzz} runs it;
 * the fixtures of the decoders' tests are the seeds.
 */
package org.dicompreview.fuzz;
