// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/testcommand.h"

#include "app/cli/commandinput.h"
#include "app/cli/options.h"
#include "app/cli/ruletestcommand.h"
#include "app/cli/runcommand.h"
#include "model/presentation/displaytext.h"
#include "model/query/promqltest/memorystore.h"
#include "model/query/promqltest/scriptrunner.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <optional>

namespace sightglass {

namespace {

constexpr qint64 longestScript = qint64{64} << 20; // bytes

using promqltest::EvalOutcome;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::TestCommand)
};

constexpr qsizetype longestDifference = 1000;

struct Totals
{
    int passed = 0;
    int failed = 0;
    int left = 0; ///< out: they need a switch
    Totals &operator+=(const Totals &other)
    {
        passed += other.passed;
        failed += other.failed;
        left += other.left;
        return *this;
    }
};

enum class SkippedMeans : bool
{
    LeftOut,
    Failed
};

struct TestRequest
{
    QStringList files;
    promql::Features features;
    SkippedMeans skipped = SkippedMeans::LeftOut;
    std::optional<RuleTestRequest> rules; ///< then all else is of no meaning
};

/// The scripts that the arguments name, those of a folder in alphabetical order; `bad` is what is none.
QStringList scriptFiles(const QStringList &arguments, QString &bad)
{
    QStringList files;
    for (const QString &argument : arguments) {
        if (QFileInfo(argument).isDir()) {
            QStringList found;
            QDirIterator walk(argument, {QStringLiteral("*.test")}, QDir::Files,
                              QDirIterator::Subdirectories);
            while (walk.hasNext())
                found << walk.next();
            found.sort();
            files << found;
        } else if (QFileInfo(argument).isReadable()) {
            files << argument;
        } else {
            bad = argument;
        }
    }
    return files;
}

QString scoreText(const Totals &totals)
{
    return QStringLiteral("%1/%2").arg(totals.passed).arg(totals.passed + totals.failed);
}

QString leftOutText(const Totals &totals)
{
    return totals.left == 0 ? QString()
                            : QStringLiteral("  ") + Texts::tr("(%n need(s) a switch)", nullptr, totals.left);
}

void printDifference(const QString &file, const EvalOutcome &outcome)
{
    const QString detail = outcome.verdict == EvalOutcome::Verdict::Skipped
                               ? Texts::tr("needs %1").arg(displayText(outcome.detail))
                               : displayText(outcome.detail, longestDifference);
    printLine(QStringLiteral("%1:%2: %3: %4")
                  .arg(file)
                  .arg(outcome.line)
                  .arg(displayText(outcome.expr, longestDifference), detail));
}

Totals runFile(const QString &path, const promql::Features &features, SkippedMeans skipped)
{
    Totals totals;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        printError(Texts::tr("cannot read %1").arg(path));
        totals.failed = 1;
        return totals;
    }
    const QByteArray script = file.read(longestScript + 1);
    if (script.size() > longestScript) {
        printError(Texts::tr("%1 is longer than a script may be").arg(path));
        totals.failed = 1;
        return totals;
    }
    promqltest::MemoryStore store;
    QueryOptions options = promqltest::ScriptRunner::testOptions();
    options.features = features;
    promqltest::ScriptRunner runner(store, options);
    for (const EvalOutcome &outcome : runner.run(script.toStdString())) {
        if (outcome.verdict == EvalOutcome::Verdict::Passed) {
            ++totals.passed;
        } else if (outcome.verdict == EvalOutcome::Verdict::Skipped && skipped == SkippedMeans::LeftOut) {
            ++totals.left;
        } else {
            ++totals.failed;
            printDifference(path, outcome);
        }
    }
    printLine(path + QLatin1Char(' ') + scoreText(totals) + leftOutText(totals));
    return totals;
}

int runFiles(const TestRequest &request)
{
    if (request.rules)
        return runRuleTests(*request.rules);
    Totals sum;
    for (const QString &file : request.files)
        sum += runFile(file, request.features, request.skipped);
    if (sum.left > 0)
        printLine(
            Texts::tr("%n eval(s) left out: turn the switches on with --features all", nullptr, sum.left));
    printLine(Texts::tr("total %1").arg(scoreText(sum)));
    return static_cast<int>(sum.failed == 0 && sum.passed > 0 ? ExitCode::Done : ExitCode::Failed);
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(Texts::tr(
        "Runs tests of PromQL in Prometheus' own test language, or unit tests of rules as promtool does."));
    parser.addOption(
        {QStringLiteral("features"),
         Texts::tr("Feature switches to turn on, with commas between, or all: %1.").arg(featureNames()),
         Texts::tr("NAMES")});
    parser.addOption({QStringLiteral("run"),
                      Texts::tr("Of rules: only tests whose name matches; may be given several times."),
                      Texts::tr("REGEX")});
    parser.addOption(
        {QStringLiteral("ignore-unknown-fields"),
         Texts::tr("Of rules: fields that Prometheus does not know are left out instead of refused.")});
    parser.addPositionalArgument(QStringLiteral("promql|rules"), Texts::tr("What is tested."));
    parser.addPositionalArgument(
        QStringLiteral("FILE|DIR"),
        Texts::tr("Scripts, or folders of *.test; of rules: files of unit tests, or patterns of them; "
                  "bundled:NAME is that of rules that come along."),
        QStringLiteral("FILE|DIR…"));
}

RuleTestRequest readRuleRequest(const QCommandLineParser &parser, const promql::Features &features)
{
    RuleTestRequest request;
    const QStringList words = parser.positionalArguments().mid(1);
    for (const QString &word : words)
        request.files += filesOfPattern(word);
    request.run = parser.values(QStringLiteral("run"));
    request.options.features = features;
    if (parser.isSet(QStringLiteral("ignore-unknown-fields")))
        request.options.unknownFields = UnknownFields::Ignored;
    return request;
}

/// The request, or what is wrong with the arguments in `problem`.
TestRequest readRequest(const QCommandLineParser &parser, QString &problem)
{
    TestRequest request;
    QString bad;
    const auto features = featuresOption(parser.value(QStringLiteral("features")), bad);
    const QStringList words = parser.positionalArguments();
    if (!features) {
        problem = Texts::tr("no feature switch: %1 (there are %2)").arg(bad, featureNames());
        return request;
    }
    if (!words.isEmpty() && words.constFirst() == QLatin1String("rules")) {
        request.rules = readRuleRequest(parser, *features);
        problem = problemOf(*request.rules);
        return request;
    }
    if (words.isEmpty() || words.constFirst() != QLatin1String("promql")) {
        problem =
            Texts::tr("say what to test: sightglass test promql FILE|DIR… or sightglass test rules FILE…");
        return request;
    }
    request.files = scriptFiles(words.mid(1), bad);
    request.features = *features;
    request.skipped = parser.isSet(QStringLiteral("features")) ? SkippedMeans::Failed : SkippedMeans::LeftOut;
    if (!bad.isEmpty())
        problem = Texts::tr("cannot read %1").arg(bad);
    else if (request.files.isEmpty())
        problem = Texts::tr("there are no scripts to run");
    return request;
}

} // namespace

int runTestCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    return runCommand(parser, arguments, readRequest, runFiles);
}

} // namespace sightglass
