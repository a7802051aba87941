/**
 * Rights by 152-FZ (articles 14, 20, 21): a copy of everything that any service has of a person, corrections, and the end
 * of an account, each as a request with a day by which the answer is due. Start reading at {@link
 * okno.identity.rights.RequestExport}, {@link okno.identity.rights.CollectExports} and {@link
 * okno.identity.rights.CarryOutErasures}.
 */
@NullMarked
package okno.identity.rights;

import org.jspecify.annotations.NullMarked;
