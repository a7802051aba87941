/** What the agency does with an application: {@link okno.application.processing.AgencyQueries} is its queue, then one verb per step. Every look-up is bounded by the agency and region of the caller's token. */
@NullMarked
package okno.application.processing;

import org.jspecify.annotations.NullMarked;
