/** Pictures without what cameras and programs write into them besides the picture: {@link okno.application.content.picture.BarePicture}. */
@NullMarked
package okno.application.content.picture;

import org.jspecify.annotations.NullMarked;
