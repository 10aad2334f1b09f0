// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/filepattern.h"

#include "tests/support/testcase.h"

#include <QElapsedTimer>
#include <QTest>

namespace {

using namespace sightglass;

class FilePatternTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void patterns()
    {
        for (const std::string_view good : {"", "a", "/a/b.yml", "/a/*", "/a/b*c*.yml", "*"})
            QVERIFY2(isFilePattern(good), std::string(good).c_str());
        for (const std::string_view bad : {"*/a", "/a*/b.yml", "**/x"})
            QVERIFY2(!isFilePattern(bad), std::string(bad).c_str());
        QVERIFY(isDiscoveryFilePattern("/a/*.json"));
        QVERIFY(isDiscoveryFilePattern("a.YAML"));
        QVERIFY(!isDiscoveryFilePattern("a.Yml"));
        QVERIFY(!isDiscoveryFilePattern("a.txt"));
        QVERIFY(!isDiscoveryFilePattern("*/a.yml"));
        QVERIFY(isWildcard("a?b") && isWildcard("a*") && isWildcard("[ab]") && !isWildcard("/a/b.yml"));
    }

    void split()
    {
        QCOMPARE(splitFilePattern("a*"), (FilePattern{".", "a*"}));
        QCOMPARE(splitFilePattern("/a*"), (FilePattern{"/", "a*"}));
        QCOMPARE(splitFilePattern("/x/y/a*"), (FilePattern{"/x/y", "a*"}));
        QCOMPARE(splitFilePattern("x/"), (FilePattern{"x", ""}));
    }

    /// Rows of Go's own tests of filepath.Match among them.
    void matches_data()
    {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("match");
        const auto row = [](const char *pattern, const char *name, bool match) {
            QTest::addRow("%s on %s", pattern, name) << QByteArray(pattern) << QByteArray(name) << match;
        };
        row("abc", "abc", true);
        row("*", "abc", true);
        row("*", "", true);
        row("*c", "abc", true);
        row("a*", "a", true);
        row("a*b", "ab", true);
        row("a*b*c*d*e*", "axbxcxdxe", true);
        row("a*b*c*d*e*", "axbxcxdxexxx", true);
        row("a*b?c*x", "abxbbxdbxebxczzx", true);
        row("a*b?c*x", "abxbbxdbxebxczzy", false);
        row("ab[c]", "abc", true);
        row("ab[b-d]", "abc", true);
        row("ab[e-g]", "abc", false);
        row("ab[^c]", "abc", false);
        row("ab[^e-g]", "abc", true);
        row("a\\*b", "a*b", true);
        row("a\\*b", "ab", false);
        row("a?b",
            "a\xE2\x98\xBA"
            "b",
            true);
        row("a[^a]b",
            "a\xE2\x98\xBA"
            "b",
            true);
        row("a??b",
            "a\xE2\x98\xBA"
            "b",
            false);
        row("[a-\xCE\xB6]*", "\xCE\xB1", true);
        row("*[a-\xCE\xB6]", "A", false);
        row("[\\]a]", "]", true);
        row("[x\\-]", "-", true);
        row("[]a]", "]", false);
        row("[-]", "-", false);
        row("[", "a", false);
        row("[^", "a", false);
        row("a[", "a", false);
        row("*x", "xxx", true);
        row("a?b", "a/b", false);
        row("*.yml", "a.yaml", false);
        row("", "", true);
        row("", "a", false);
    }
    void matches()
    {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, name);
        QFETCH(bool, match);
        QCOMPARE(matchesFileName(pattern.toStdString(), name.toStdString()), match);
    }

    void hostilePatternsAreCheap()
    {
        std::string pattern;
        for (int i = 0; i < 100; ++i)
            pattern += "*a";
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!matchesFileName(pattern + "b", std::string(5000, 'a')));
        QVERIFY(timer.elapsed() < 2000);
    }
};

} // namespace

SIGHTGLASS_TEST(FilePatternTest)
#include "filepatterntest.moc"
