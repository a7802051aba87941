/**
 * Documents of a person or an organisation, outside any application: what they put there, and the results of their
 * applications. They may attach one to an application or show it to one agency for one application; nobody else sees them.
 */
@NullMarked
package okno.application.documents;

import org.jspecify.annotations.NullMarked;
