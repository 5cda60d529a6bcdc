package hourglass.session.data.download;

import java.net.URI;
import java.util.List;

/** The public places that serve the four files of Fashion-MNIST. */
public final class Mirrors {
    /** TensorFlow's copy first, which has HTTPS, then the one of the data set's authors. */
    public static final List<URI> DEFAULT = List.of(
            URI.create("https://storage.googleapis.com/tensorflow/tf-keras-datasets/"),
            URI.create("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"));

    private Mirrors() {}
}
