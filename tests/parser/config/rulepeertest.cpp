// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/config/ruleduplicates.h"
#include "parser/config/rulefilereader.h"
#include "tests/parser/config/rulemutations.h"
#include "tests/support/conformance.h"
#include "tests/support/peer.h"
#include "tests/support/testcase.h"

#include <QDirIterator>
#include <QHash>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <random>

namespace {

using namespace sightglass;
using namespace sightglass::test;

/// What promtool 2.42 said of a file.
struct PeerVerdictOfRules
{
    int rules = -1;       ///< found, where it is good
    QStringList problems; ///< "line:column: text", "line: text" for shapes, "text" where it has no place
    QString lint;         ///< about duplicates
};

/// Files on which Prometheus 2.42 and 3.14 differ, and why. Ours is 3.14's verdict.
struct Newer
{
    const char *path;
    bool good; ///< in 3.14
};
constexpr std::array newerFiles = {
    Newer{"prometheus__prometheus/model/rulefmt/testdata/utf-8_lname.good.yaml", true},
    Newer{"prometheus__prometheus/model/rulefmt/testdata/legacy_validation_annotation.bad.yaml", true},
    Newer{"prometheus__prometheus/model/rulefmt/testdata/invalid_record_name.bad.yaml", false},
    // promtool 2.42 looks at an alias's name instead of its value when it seeks duplicates.
    Newer{"prometheus__prometheus/model/rulefmt/testdata/test_aliases.yaml", true},
    Newer{"prometheus__prometheus/cmd/promtool/testdata/features.yml", false},
    Newer{"recording.yml", false},
    Newer{"good.yml", true},
    Newer{"nulls.yml", true},
    Newer{"group-labels.yml", false},
};

/// "5:12: " and the like, any number of them, and "line 5: ".
QString withoutPlace(QString text)
{
    static const QRegularExpression place(QStringLiteral("^(\\d+:\\d+: )+|^\\d+: "));
    return text.remove(place);
}

bool isShape(const QString &problem)
{
    static const QRegularExpression lineOnly(QStringLiteral("^\\d+: "));
    return lineOnly.match(problem).hasMatch();
}

/// Holds the reading of rule files to `promtool check rules`: over the 210 files of the conformance data and
/// over our own.
class RulePeerTest : public TestCase
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_promtool = peerProgram(QStringLiteral("promtool"));
        if (m_promtool.isEmpty())
            QSKIP(qPrintable(peerSkipText(QStringLiteral("promtool"))));
    }

    void conformance()
    {
        const QString folder = conformancePath(QStringLiteral("rules"));
        if (folder.isEmpty())
            QSKIP("the conformance data is not there");
        QCOMPARE(agreeing(folder), 210);
    }

    void ownFiles()
    {
        const QString folder = QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/rules");
        QVERIFY(agreeing(folder) > 20);
    }

    /// Rule files with mistakes made at random: the same verdict, the same texts, the same lines.
    void mutations()
    {
        constexpr int count = 400;
        QTemporaryDir folder;
        const QStringList files = writeMutations(folder, count);
        const QHash<QString, PeerVerdictOfRules> verdicts = ask(folder.path(), files);
        int compared = 0;
        int good = 0;
        for (const QString &file : files) {
            const std::string text = readFile(folder.filePath(file)).toStdString();
            const PeerVerdictOfRules &peer = verdicts[file];
            if (isNewInVersion3(text, peer))
                continue;
            ++compared;
            const QString difference = differenceOf(file, text, peer);
            if (difference.isEmpty())
                ++good;
            else
                qInfo("%s: %s\n%s", qPrintable(file), qPrintable(difference), text.c_str());
        }
        QVERIFY(compared > count * 3 / 4);
        QCOMPARE(good, compared);
    }

private:
    static QStringList writeMutations(const QTemporaryDir &folder, int count)
    {
        std::vector<std::string> originals;
        for (const char *name : {"good", "aliases", "templates", "merge", "comment"})
            originals.push_back(
                readFile(
                    QStringLiteral(SIGHTGLASS_SOURCE_DIR "/tests/data/rules/%1.yml").arg(QLatin1String(name)))
                    .toStdString());
        std::mt19937 random(7);
        QStringList files;
        for (int i = 0; i < count; ++i) {
            std::string text = originals[random() % originals.size()];
            for (auto more = random() % 3; more < 3; ++more)
                text = mutated(text, random);
            const QString name = QStringLiteral("%1.yml").arg(i);
            QFile file(folder.filePath(name));
            if (file.open(QIODevice::WriteOnly))
                file.write(text.data(), static_cast<qsizetype>(text.size()));
            files << name;
        }
        return files;
    }

    /// What 2.42 takes otherwise: names, fields and expressions that are new, and values of alert, record and
    /// expr of any type; after an error of its own kind it is silent about the others.
    static bool isNewInVersion3(const std::string &text, const PeerVerdictOfRules &peer)
    {
        static const QRegularExpression newer(QStringLiteral(
            "invalid (label|annotation|recording rule) name|into string|must be set|is not enabled|"
            "(query_offset|labels|keep_firing_for) not found|unexpected (duration|number)|"
            "duration syntax|out of range|Groupname"));
        const RuleFileReading reading = readRuleFile(text);
        QStringList all = peer.problems;
        for (const RuleProblem &problem : reading.problems)
            all << QString::fromStdString(plainText(problem));
        return newer.match(all.join(u'\n')).hasMatch();
    }

    /// How many files of a folder have the peer's verdict; each that has not is a failure of its own.
    int agreeing(const QString &folder)
    {
        QStringList files;
        QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext())
            files << QDir(folder).relativeFilePath(walk.next());
        files.removeIf([](const QString &file) { return file.endsWith(QLatin1String(".expected")); });
        files.sort();
        const QHash<QString, PeerVerdictOfRules> verdicts = ask(folder, files);
        int good = 0;
        for (const QString &file : std::as_const(files)) {
            const std::string text = readFile(folder + QLatin1Char('/') + file).toStdString();
            const QString difference = differenceOf(file, text, verdicts.value(file));
            if (difference.isEmpty())
                ++good;
            else
                qInfo("%s: %s", qPrintable(file), qPrintable(difference));
        }
        return good;
    }

    QHash<QString, PeerVerdictOfRules> ask(const QString &folder, const QStringList &files) const
    {
        QProcess process;
        process.setWorkingDirectory(folder);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(m_promtool, QStringList{QStringLiteral("check"), QStringLiteral("rules")} + files);
        if (!process.waitForFinished(60'000))
            return {};
        QHash<QString, PeerVerdictOfRules> verdicts;
        QString file;
        const QStringList lines = QString::fromUtf8(process.readAll()).split(u'\n');
        for (const QString &line : lines) {
            if (line.startsWith(QLatin1String("Checking ")))
                file = line.mid(9);
            else
                take(line, file, verdicts[file]);
        }
        return verdicts;
    }

    static void take(QString line, const QString &file, PeerVerdictOfRules &verdict)
    {
        static const QRegularExpression found(QStringLiteral("^  SUCCESS: (\\d+) rules found$"));
        static const QRegularExpression shape(QStringLiteral("^  line (\\d+: .*)$"));
        if (const auto match = found.match(line); match.hasMatch()) {
            verdict.rules = match.captured(1).toInt();
        } else if (const auto wrong = shape.match(line); wrong.hasMatch()) {
            verdict.problems << wrong.captured(1).replace(QLatin1String("RuleNode"), QLatin1String("Rule"));
        } else if (line.startsWith(file + QLatin1String(": "))) {
            line.remove(0, file.size() + 2);
            line.remove(QStringLiteral("0:0: "));
            if (line != QLatin1String("yaml: unmarshal errors:"))
                verdict.problems << line;
        } else if (line.startsWith(QLatin1String("lint error "))) {
            verdict.lint = line.mid(11);
        } else if (!verdict.lint.isEmpty() && !line.isEmpty()) {
            verdict.lint += QLatin1Char('\n') + line;
        }
    }

    /// What is different, or nothing.
    static QString differenceOf(const QString &file, const std::string &text, const PeerVerdictOfRules &peer)
    {
        const RuleFileReading reading = readRuleFile(text);
        QStringList ours;
        for (const RuleProblem &problem : reading.problems)
            ours << QString::fromStdString(plainText(problem));
        for (const Newer &newer : newerFiles)
            if (file == QLatin1String(newer.path))
                return reading.ok() == newer.good ? QString()
                                                  : QStringLiteral("not as in 3.14: ") + ours.join(u'|');
        const auto duplicates = duplicateRules(reading.file);
        if (reading.ok() != peer.problems.isEmpty())
            return QStringLiteral("promtool: %1 ours: %2").arg(peer.problems.join(u'|'), ours.join(u'|'));
        if (reading.ok() && !duplicates.empty())
            return peer.lint == QString::fromStdString(duplicatesText(duplicates)) ? QString() : peer.lint;
        if (reading.ok())
            return static_cast<int>(reading.file.ruleCount()) == peer.rules && peer.lint.isEmpty()
                       ? QString()
                       : QStringLiteral("promtool finds %1 rules %2").arg(peer.rules).arg(peer.lint);
        for (const QString &problem : peer.problems)
            if (!isFound(problem, ours))
                return QStringLiteral("missing: %1 of: %2").arg(problem, ours.join(u'|'));
        return {};
    }

    /// Whether one of our problems is promtool's: the same text, at the place that it tells, if any.
    static bool isFound(const QString &problem, const QStringList &ours)
    {
        // promtool says it twice for lists and types of its second reading.
        if (problem.contains(QLatin1String("yaml.Node")) ||
            problem.contains(QLatin1String("rulefmt.ruleGroups")))
            return true;
        for (const QString &own : ours) {
            if (own == problem)
                return true;
            // Go takes a % in the alert's name for a directive.
            if (problem.contains(QLatin1String("%!")) && own.contains(problem.section(u'%', 0, 0)))
                return true;
            const bool sameText = withoutPlace(own) == withoutPlace(problem);
            if (sameText && isShape(problem) && own.startsWith(problem.section(u':', 0, 0) + u':'))
                return true;
            if (sameText && withoutPlace(problem) == problem)
                return true;
        }
        return false;
    }

    QString m_promtool;
};

} // namespace

SIGHTGLASS_TEST(RulePeerTest)
#include "rulepeertest.moc"
