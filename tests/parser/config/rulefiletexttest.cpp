// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/rulefiletext.h"

#include "parser/config/rulewriter.h"
#include "tests/support/conformance.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QTest>

#include <utility>

namespace {

using namespace sightglass;
using sightglass::test::conformancePath;
using sightglass::test::readFile;

WrittenLabel label(std::string name, std::string value)
{
    return {{std::move(name), {}}, {std::move(value), {}}};
}

WrittenRule alertRule()
{
    WrittenRule rule;
    rule.alert.value = "Down";
    rule.expr.value = "up == 0";
    rule.forMs.value = 300'000;
    rule.labels.push_back(label("severity", "page"));
    return rule;
}

WrittenRule recordingRule()
{
    WrittenRule rule;
    rule.record.value = "a:b";
    rule.expr.value = "sum(up)";
    return rule;
}

WrittenGroup group(std::string name)
{
    WrittenGroup result;
    result.name.value = std::move(name);
    result.rules.push_back(recordingRule());
    return result;
}

const char *const commented = "# head\n"
                              "groups:\n"
                              "  # first\n"
                              "  - name: a   # name\n"
                              "    rules:\n"
                              "      # one\n"
                              "      - record: r1\n"
                              "        # inner\n"
                              "        expr: up\n"
                              "\n"
                              "      # two\n"
                              "      - alert: A2\n"
                              "        expr: |\n"
                              "          up\n"
                              "          # of the expression\n"
                              "      # tail\n"
                              "\n"
                              "  # second\n"
                              "  - name: b\n"
                              "    rules: []  # none\n"
                              "# end\n";

/// Changing rule files in place.
class RuleFileTextTest : public sightglass::test::TestCase
{
    Q_OBJECT

private slots:
    void removeRule()
    {
        RuleFileText text = opened(commented);
        QVERIFY(text.removeRule({0, 0}));
        QString expected = QString::fromLatin1(commented);
        expected.remove(QStringLiteral("      - record: r1\n        # inner\n        expr: up\n"));
        QCOMPARE(QString::fromStdString(text.text()), expected);
        QVERIFY(text.removeRule({0, 0}));
        expected.remove(QStringLiteral("      - alert: A2\n        expr: |\n          up\n"
                                       "          # of the expression\n"));
        QCOMPARE(QString::fromStdString(text.text()), expected);
        QCOMPARE(text.file().groups[0].rules.size(), std::size_t{0});
        QVERIFY(!text.removeRule({0, 0}));
        QCOMPARE(QString::fromStdString(text.text()), expected);
    }

    void insertRule()
    {
        RuleFileText text = opened(commented);
        QVERIFY(text.insertRule({0, 2}, alertRule()));
        QString expected = QString::fromLatin1(commented);
        expected.replace(QStringLiteral("          # of the expression\n"),
                         QStringLiteral("          # of the expression\n"
                                        "\n"
                                        "      - alert: Down\n"
                                        "        expr: up == 0\n"
                                        "        for: 5m\n"
                                        "        labels:\n"
                                        "          severity: page\n"));
        QCOMPARE(QString::fromStdString(text.text()), expected);
        QVERIFY(text.insertRule({1, 0}, recordingRule()));
        expected.replace(QStringLiteral("    rules: []  # none\n"),
                         QStringLiteral("    rules:   # none\n      - record: a:b\n        expr: sum(up)\n"));
        QCOMPARE(QString::fromStdString(text.text()), expected);
    }

    void replaceRule()
    {
        RuleFileText text = opened(commented);
        QVERIFY(text.replaceRule({0, 1}, recordingRule()));
        QString expected = QString::fromLatin1(commented);
        expected.replace(
            QStringLiteral(
                "      - alert: A2\n        expr: |\n          up\n          # of the expression\n"),
            QStringLiteral("      - record: a:b\n        expr: sum(up)\n"));
        QCOMPARE(QString::fromStdString(text.text()), expected);
    }

    void groups()
    {
        RuleFileText text = opened(commented);
        QVERIFY(text.removeGroup(0));
        QVERIFY(text.text().find("  # first\n") != std::string::npos);
        QVERIFY(text.text().find("  # second\n  - name: b\n") != std::string::npos);
        QVERIFY(text.insertGroup(1, group("c")));
        QVERIFY(text.text().ends_with("    rules: []  # none\n"
                                      "  - name: c\n"
                                      "    rules:\n"
                                      "      - record: a:b\n"
                                      "        expr: sum(up)\n"
                                      "# end\n"));
        QVERIFY(text.replaceGroup(0, group("d")));
        QCOMPARE(text.file().groups[0], group("d"));
        QVERIFY(!text.insertGroup(4, group("e")));
    }

    /// Where there is nothing yet, or the file is written in another style.
    void styles_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const char *before, const char *after) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after);
        };
        row("null rules", "groups:\n- name: a\n  rules:\n# end\n",
            "groups:\n- name: a\n  rules:\n  - record: a:b\n    expr: sum(up)\n# end\n");
        row("no rules", "groups:\n- name: a\n  interval: 1m\n- name: b\n",
            "groups:\n- name: a\n  interval: 1m\n  rules:\n  - record: a:b\n    expr: sum(up)\n- name: b\n");
        row("no end of line", "groups:\n- name: a\n  rules:",
            "groups:\n- name: a\n  rules:\n  - record: a:b\n    expr: sum(up)\n");
        row("end of lines", "groups:\r\n- name: a\r\n  rules:\r\n",
            "groups:\r\n- name: a\r\n  rules:\r\n  - record: a:b\r\n    expr: sum(up)\r\n");
        row("byte order mark", "\xEF\xBB\xBFgroups:\n- name: a\n  rules: []\n",
            "\xEF\xBB\xBFgroups:\n- name: a\n  rules: \n  - record: a:b\n    expr: sum(up)\n");
        row("braces", "{\"groups\": [{\"name\": \"a\", \"rules\": []}]}\n",
            "{\"groups\": [{\"name\": \"a\", \"rules\": [{\"record\": \"a:b\", \"expr\": \"sum(up)\"}]}]}\n");
        row("brackets", "groups:\n- name: a\n  rules: [{record: x, expr: 'it''s'},]\n",
            "groups:\n- name: a\n  rules: [{\"record\": \"a:b\", \"expr\": \"sum(up)\"}, {record: x, expr: "
            "'it''s'},]\n");
    }
    void styles()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        RuleFileText text = opened(before.constData());
        QVERIFY(text.insertRule({0, 0}, recordingRule()));
        QCOMPARE(QByteArray::fromStdString(text.text()), after);
    }

    void flowItems()
    {
        const char *const three =
            "groups:\n- name: a\n  rules: [{record: x, expr: a}, # one\n"
            "    {record: y, expr: \"b]\"}, {record: z, expr: c, labels: {a: 'b, c'}}]\n";
        for (std::size_t rule = 0; rule < 3; ++rule) {
            RuleFileText text = opened(three);
            const WrittenRule removed = text.file().groups[0].rules[rule];
            QVERIFY(text.removeRule({0, rule}));
            QVERIFY(text.insertRule({0, rule}, removed));
            QCOMPARE(text.file(), opened(three).file());
        }
    }

    void emptyFiles()
    {
        for (const char *empty : {"", "# nothing\n", "groups:\n", "groups: []\n"}) {
            RuleFileText text = opened(empty);
            QVERIFY2(text.insertGroup(0, group("a")), empty);
            QVERIFY(text.text().starts_with(QByteArray(empty).left(6).toStdString()));
            QCOMPARE(text.file().groups.size(), std::size_t{1});
        }
    }

    /// What would come to something else is refused and changes nothing.
    void refusals()
    {
        const char *const shared = "groups:\n- name: a\n  rules: &r\n  - {record: x, expr: a}\n"
                                   "- name: b\n  rules: *r\n";
        RuleFileText text = opened(shared);
        const Status refused = text.removeRule({0, 0});
        QVERIFY(!refused);
        QVERIFY(refused.error().code == ErrorCode::ConfigValue);
        QVERIFY(!text.insertRule({1, 1}, recordingRule()));
        QCOMPARE(text.text(), std::string(shared));
        RuleFileText anchored = opened("groups:\n- name: a\n  rules:\n  - &r {record: x, expr: a}\n  - *r\n");
        QVERIFY(!anchored.removeRule({0, 0}));
        QVERIFY(anchored.removeRule({0, 1}));
        QVERIFY(!RuleFileText::fromText("groups: 5\n"));
    }

    /// Texts that YAML could take for something else.
    void awkwardTexts_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"",
                                 " ",
                                 "~",
                                 "null",
                                 "5",
                                 "1e3",
                                 "yes",
                                 "a: b",
                                 "a #b",
                                 "#a",
                                 "a:",
                                 "- a",
                                 "'a'",
                                 "\"a\"",
                                 "a\\nb",
                                 "it's \"so\"",
                                 "{{ $labels.a }}",
                                 "[a]",
                                 "*a",
                                 "&a",
                                 "!a",
                                 "%a",
                                 "@a",
                                 "`a`",
                                 "a\tb",
                                 "\ta",
                                 "a\n",
                                 "a\nb",
                                 "a\n\nb\n",
                                 "a\n\n",
                                 "\na",
                                 " a\nb",
                                 "a\n b\n",
                                 "a\n  \nb",
                                 "a\r\nb",
                                 "a\x01"
                                 "b",
                                 "a\x7F",
                                 "\xC2\x85",
                                 "a\xE2\x80\xA8"
                                 "b",
                                 "\xEF\xBB\xBF"
                                 "a",
                                 "\xC2\x9F"
                                 "x",
                                 "é ü 漢",
                                 "a\n#b\n",
                                 "---",
                                 "...",
                                 "--- a",
                                 "a\n---\nb",
                                 "? a",
                                 ": a",
                                 "=",
                                 "<<",
                                 "0x1F",
                                 "2001-01-01",
                                 ".inf",
                                 "a ",
                                 "a\n\tb",
                                 "|",
                                 ">"})
            QTest::newRow(QByteArray(text).toPercentEncoding().constData()) << QByteArray(text);
    }
    void awkwardTexts()
    {
        QFETCH(QByteArray, text);
        WrittenRule rule = alertRule();
        rule.annotations.push_back(label("a", text.toStdString()));
        rule.annotations.push_back(label("b" + text.toStdString(), "x"));
        WrittenGroup last = group("x");
        last.rules = {rule, recordingRule()};
        for (const char *file : {"groups:\n", "{groups: []}\n"}) {
            RuleFileText changed = opened(file);
            QVERIFY(changed.insertGroup(0, last));
            QCOMPARE(changed.file().groups[0], last);
        }
    }

    /// Taking a rule out of a real file and putting it in again comes to the same, as does replacing it, and
    /// what stands before and behind it does not change.
    void roundTrips()
    {
        const QString folder = conformancePath(QStringLiteral("rules"));
        if (folder.isEmpty())
            QSKIP("the conformance data is not there");
        QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
        int files = 0;
        int refused = 0;
        while (walk.hasNext()) {
            const std::string text = readFile(walk.next()).toStdString();
            const auto opened = RuleFileText::fromText(text, UnknownFields::Ignored);
            if (!opened)
                continue;
            ++files;
            refused += refusedTrips(*opened, walk.filePath());
        }
        QVERIFY2(files > 200, QByteArray::number(files).constData());
        QCOMPARE(refused, 2); // a rule whose anchor others refer to, and its group
    }

private:
    static RuleFileText opened(const char *text)
    {
        auto result = RuleFileText::fromText(text);
        if (!result)
            qFatal("%s", plainText(result.error()).c_str());
        return *std::move(result);
    }

    /// The first, a middle and the last rule of each group; groups as wholes.
    static int refusedTrips(const RuleFileText &original, const QString &path)
    {
        int refused = 0;
        for (std::size_t group = 0; group < original.file().groups.size(); ++group) {
            const std::size_t count = original.file().groups[group].rules.size();
            for (const std::size_t rule : {std::size_t{0}, count / 2, count - 1})
                if (rule < count && !ruleTrip(original, {group, rule}, path))
                    ++refused;
            if (!groupTrip(original, group, path))
                ++refused;
        }
        return refused;
    }

    static bool ruleTrip(const RuleFileText &original, RuleAddress address, const QString &path)
    {
        const WrittenRule rule = original.file().groups[address.group].rules[address.rule];
        RuleFileText text = original;
        if (!text.replaceRule(address, rule) || !text.removeRule(address) ||
            !text.insertRule(address, rule)) {
            qInfo("%s: group %zu rule %zu is refused", qPrintable(path), address.group, address.rule);
            return false;
        }
        if (text.file() != original.file())
            qFatal("%s changed", qPrintable(path));
        return true;
    }

    static bool groupTrip(const RuleFileText &original, std::size_t group, const QString &path)
    {
        const WrittenGroup value = original.file().groups[group];
        RuleFileText text = original;
        if (!text.replaceGroup(group, value) || !text.removeGroup(group) || !text.insertGroup(group, value)) {
            qInfo("%s: group %zu is refused", qPrintable(path), group);
            return false;
        }
        if (text.file() != original.file())
            qFatal("%s changed", qPrintable(path));
        return true;
    }
};

} // namespace

SIGHTGLASS_TEST(RuleFileTextTest)
#include "rulefiletexttest.moc"
