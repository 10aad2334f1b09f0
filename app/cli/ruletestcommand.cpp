// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/ruletestcommand.h"

#include "app/cli/commandinput.h"
#include "app/cli/errorplace.h"
#include "app/cli/options.h"
#include "model/alerting/rulegroup.h"
#include "model/alerting/ruletestrunner.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"
#include "model/scrape/configfiles.h"
#include "model/scrape/rulefilereading.h"
#include "parser/base/goregex.h"
#include "parser/config/filepattern.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::RuleTestCommand)
};

constexpr std::size_t longestFile = std::size_t{16} << 20U;
constexpr qsizetype longestLine = 4000;

/// Standard output and error are two streams: what is told of one file stays together.
void tell(const QString &block)
{
    std::fflush(stdout);
    std::fprintf(stderr, "%s\n", qUtf8Printable(block));
}

/// Line by line, because what is in quotes may be anybody's.
QString shown(std::string_view text)
{
    QStringList lines = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).split(u'\n');
    for (QString &line : lines)
        line = displayText(line, longestLine);
    return lines.join(u'\n');
}

Result<GoRegex> nameRegex(const QString &pattern)
{
    return GoRegex::compile("(?s:.*)(?:" + pattern.toStdString() + ")(?s:.*)");
}

bool isWanted(const RuleTest &test, const QStringList &run)
{
    const auto matches = [&test](const QString &pattern) {
        const auto regex = nameRegex(pattern);
        return regex.ok() && regex->matches(test.name.value);
    };
    return run.isEmpty() || std::any_of(run.begin(), run.end(), matches);
}

/// Unit tests, also those of rules that come along, under the same name.
Result<std::string> readTests(const QString &path)
{
    if (!isBundledRules(path))
        return readRulesInput(path, longestFile);
    return readTextFile(QStringLiteral(":/rule-tests/%1.yml").arg(path.mid(bundledRulesPrefix.size())),
                        longestFile);
}

/// One file of unit tests.
class RuleTestFileRun
{
public:
    RuleTestFileRun(const QString &path, const RuleTestRequest &request)
        : m_path(path)
        , m_request(request)
    {}

    bool run()
    {
        printLine(QStringLiteral("Unit Testing:  ") + displayText(m_path));
        test();
        if (m_blocks.isEmpty()) {
            printLine(QStringLiteral("  SUCCESS"));
        } else {
            tell(QStringLiteral("  FAILED:"));
            for (const QString &block : std::as_const(m_blocks)) {
                tell(block);
                printLine({});
            }
        }
        printLine({});
        return m_blocks.isEmpty();
    }

private:
    void test()
    {
        Result<std::string> text = readTests(m_path);
        if (!text) {
            m_blocks << errorText(text.error());
            return;
        }
        m_text = *std::move(text);
        const RuleTestReading reading = readRuleTestFile(m_text);
        for (const Error &error : reading.errors)
            m_blocks << placed(error.position, QString::fromStdString(plainText(error)));
        if (!reading.ok())
            return;
        readRules(reading.file);
        for (const RuleTest &test : reading.file.tests) {
            if (isWanted(test, m_request.run))
                runTest(reading.file, test);
        }
    }

    void runTest(const RuleTestFile &file, const RuleTest &test)
    {
        m_blocks += m_ruleProblems;
        if (!m_ruleProblems.isEmpty())
            return;
        for (const RuleTestFailure &failure : runRuleTest(file, test, m_groups, m_request.options.features)) {
            QString block = shown(failure.text);
            if (!failure.difference.empty())
                block += u'\n' + placed(failure.position, QString::fromStdString(failure.difference));
            else if (failure.position.line != 0)
                block += u'\n' + placed(failure.position, {});
            m_blocks << block;
        }
    }

    /// `file:line:column: text` and below it the line, with a caret.
    [[nodiscard]] QString placed(SourcePosition position, const QString &text) const
    {
        Error here;
        here.position = position;
        QString block = displayText(m_path);
        if (position.line != 0)
            block += QStringLiteral(":%1:%2").arg(position.line).arg(position.column);
        if (!text.isEmpty())
            block += QStringLiteral(": ") + displayText(text, longestLine);
        const QString place = errorPlace(m_text, here);
        return place.isEmpty() ? block : block + u'\n' + place;
    }

    /// Unit tests that come along are of the rules of the same name.
    [[nodiscard]] QString ruleFileOf(const QString &written) const
    {
        if (isBundledRules(m_path))
            return m_path;
        return isBundledRules(written) ? written : QDir::cleanPath(QFileInfo(m_path).dir().filePath(written));
    }

    void readRules(const RuleTestFile &file)
    {
        for (const Written<std::string> &pattern : file.ruleFiles) {
            const QString path = ruleFileOf(QString::fromStdString(pattern.value));
            QStringList files;
            if (isBundledRules(path) || QFileInfo::exists(path))
                files << path;
            else if (isWildcard(pattern.value))
                files = matchingFiles(path.toStdString());
            if (files.isEmpty())
                tell(QStringLiteral("  WARNING: no file match pattern ") + displayText(path));
            for (const QString &one : files)
                readRuleGroups(one);
        }
    }

    void readRuleGroups(const QString &path)
    {
        if (!m_ruleProblems.isEmpty())
            return;
        Result<std::string> text = readRulesInput(path, longestFile);
        if (!text) {
            m_ruleProblems << errorText(text.error());
            return;
        }
        const RuleFileReading reading = readRuleFile(*text, m_request.options);
        for (const RuleProblem &problem : reading.problems)
            m_ruleProblems << displayText(path) + QStringLiteral(": ") + shown(plainText(problem));
        for (const WrittenGroup &group : reading.file.groups) {
            if (reading.ok())
                m_groups.push_back(
                    ruleGroup(group, path.toStdString(), {60'000, 0, m_request.options.features}));
        }
    }

    QString m_path;
    const RuleTestRequest &m_request;
    std::string m_text;
    std::vector<RuleGroup> m_groups;
    QStringList m_ruleProblems; ///< of the first rule file that has any
    QStringList m_blocks;       ///< what failed
};

} // namespace

QString problemOf(const RuleTestRequest &request)
{
    if (request.files.isEmpty())
        return Texts::tr("there are no test files to run");
    for (const QString &pattern : request.run) {
        if (!nameRegex(pattern).ok())
            return Texts::tr("no regular expression: %1").arg(displayText(pattern));
    }
    return {};
}

int runRuleTests(const RuleTestRequest &request)
{
    bool good = true;
    for (const QString &file : request.files)
        good = RuleTestFileRun(file, request).run() && good;
    return static_cast<int>(good ? ExitCode::Done : ExitCode::Failed);
}

} // namespace sightglass
