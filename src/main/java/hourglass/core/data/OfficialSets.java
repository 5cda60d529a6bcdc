package hourglass.core.data;

import hourglass.core.data.OfficialSet.PackedFile;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The public data sets that Hourglass knows; an entry here is all that a further one needs.
 *
 * <p>Lengths and hashes of the packed files are those that TensorFlow Datasets checks; they agree with the MD5 sums that
 * torchvision checks. The contents of KMNIST's files have no published SHA-256, so it is known by its packed files only.
 */
public final class OfficialSets {
    /** Xiao, Rasul and Vollgraf, arXiv 1708.07747. The first mirror is TensorFlow's, the second the authors' own. */
    public static final OfficialSet FASHION_MNIST = new OfficialSet(
            "fashion-mnist",
            "Fashion-MNIST",
            "Articles of Zalando, published by Zalando Research in 2017 under the MIT licence to replace handwritten"
                    + " digits.",
            List.of(
                    "T-shirt/top",
                    "Trouser",
                    "Pullover",
                    "Dress",
                    "Coat",
                    "Sandal",
                    "Shirt",
                    "Sneaker",
                    "Bag",
                    "Ankle boot"),
            mirrors(
                    "https://storage.googleapis.com/tensorflow/tf-keras-datasets/",
                    "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
            files("""
                    26421880 3aede38d61863908ad78613f6a32ed271626dd12800ba2636569512369268a84 c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888
                    29515 a04f17134ac03560a47e3764e11b92fc97de4d1bfaf8ba1a3aa29af54cc90845 bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9
                    4422102 346e55b948d973a97e58d2351dde16a484bd415d4595297633bb08f03db6a073 5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b
                    5148 67da17c76eaffca5446c3361aaab5c3cd6d1c2608764d35dfb1850b086bf8dd5 0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34
                    """));

    /** LeCun, Cortes and Burges. The mirrors are those of TensorFlow Datasets and of torchvision. */
    public static final OfficialSet MNIST = new OfficialSet(
            "mnist",
            "MNIST",
            "Handwritten digits of American census workers and students, collected by NIST and prepared by LeCun, Cortes"
                    + " and Burges.",
            List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9"),
            mirrors(
                    "https://storage.googleapis.com/cvdf-datasets/mnist/",
                    "https://ossci-datasets.s3.amazonaws.com/mnist/"),
            files("""
                    9912422 440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609 ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db
                    28881 3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c 65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5
                    1648877 8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6 0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7
                    4542 f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6 ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2
                    """));

    /** Clanuwat et al., arXiv 1812.01718. The mirror is the authors' own, with and without HTTPS. */
    public static final OfficialSet KMNIST = new OfficialSet(
            "kmnist",
            "KMNIST",
            "Cursive hiragana of old Japanese books, one character for each row of the syllabary, by the Center for Open"
                    + " Data in the Humanities, 2018, under the licence CC BY-SA 4.0.",
            List.of("o", "ki", "su", "tsu", "na", "ha", "ma", "ya", "re", "wo"),
            mirrors("https://codh.rois.ac.jp/kmnist/dataset/kmnist/", "http://codh.rois.ac.jp/kmnist/dataset/kmnist/"),
            files("""
                    18165135 51467d22d8cc72929e2a028a0428f2086b092bb31cfb79c69cc0a90ce135fde4
                    29497 e38f9ebcd0f3ebcdec7fc8eabdcdaef93bb0df8ea12bee65224341c8183d8e17
                    3041136 edd7a857845ad6bb1d0ba43fe7e794d164fe2dce499a1694695a792adfac43c5
                    5120 20bb9a0ef54c7db3efc55a92eef5582c109615df22683c380526788f98e42a1c
                    """));

    /** All of them, in the order in which they are offered. */
    public static final List<OfficialSet> ALL = List.of(FASHION_MNIST, MNIST, KMNIST);

    private OfficialSets() {}

    private static List<URI> mirrors(String... addresses) {
        return Stream.of(addresses).map(URI::create).toList();
    }

    /** One line for each file in the usual order: its length, its SHA-256, and that of its contents where it is known. */
    private static List<PackedFile> files(String table) {
        List<String> lines = table.lines().toList();
        return IntStream.range(0, lines.size())
                .mapToObj(i -> {
                    String[] facts = lines.get(i).split(" ", -1);
                    String content = facts.length > 2 ? facts[2] : null;
                    return new PackedFile(OfficialSet.FILE_NAMES.get(i), Long.parseLong(facts[0]), facts[1], content);
                })
                .toList();
    }
}
