/** The file of one application: its state, form, papers, messages and history. {@link okno.application.casefile.domain.Lifecycle} is the one table of what may follow what; {@link okno.application.casefile.RecordStep} keeps a step everywhere it must be kept. */
@NullMarked
package okno.application.casefile;

import org.jspecify.annotations.NullMarked;
