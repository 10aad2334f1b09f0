// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/checkcommand.h"

#include "app/cli/commandinput.h"
#include "app/cli/livecheckcommand.h"
#include "app/cli/options.h"
#include "app/cli/rulecheckoutput.h"
#include "app/cli/runcommand.h"
#include "model/presentation/displaytext.h"
#include "model/presentation/errortext.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdint>
#include <cstdio>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::CheckCommand)
};

constexpr std::size_t longestFile = std::size_t{16} << 20U;
constexpr int onlyDuplicates = 3; // promtool's exit code for them

enum class Duplicates : std::uint8_t
{
    Allowed,
    Told,
    Fatal
};

struct CheckRequest
{
    QStringList files;
    RuleFileOptions options;
    Duplicates duplicates = Duplicates::Told;
    bool json = false;
};

enum class Verdict : std::uint8_t
{
    Good,
    HasDuplicates,
    Bad
};

QString option(const char *name)
{
    return QLatin1String(name);
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        Texts::tr("Checks rule files as promtool does, and says where. With --target and --rules: scrapes, "
                  "evaluates and fails on alerts; see sightglass check --target URL --help."));
    parser.addOption(
        {option("lint"),
         Texts::tr("What else is looked for: all, duplicate-rules or none, with commas between."),
         Texts::tr("NAMES"), option("duplicate-rules")});
    parser.addOption({option("lint-fatal"), Texts::tr("Duplicates count too: exit code 3.")});
    parser.addOption({option("ignore-unknown-fields"),
                      Texts::tr("Fields that Prometheus does not know are left out instead of refused.")});
    parser.addOption(
        {option("features"),
         Texts::tr("Feature switches to turn on, with commas between, or all: %1.").arg(featureNames()),
         Texts::tr("NAMES")});
    parser.addOption({option("json"), Texts::tr("One JSON object per problem, for programs.")});
    parser.addPositionalArgument(option("rules"), Texts::tr("What is checked."));
    parser.addPositionalArgument(
        option("FILE"),
        Texts::tr(
            "Rule files, or patterns of them; none, or -, reads the standard input. bundled:NAME is one "
            "that comes along."),
        QStringLiteral("[FILE|GLOB…]"));
}

/// What the --lint option asks for; what it has that is unknown in `bad`.
bool looksForDuplicates(const QString &names, QString &bad)
{
    bool duplicates = false;
    const QStringList words = names.split(u',');
    for (const QString &name : words) {
        if (name == QLatin1String("all") || name == QLatin1String("duplicate-rules"))
            duplicates = true;
        else if (name != QLatin1String("none"))
            bad = name;
    }
    return duplicates;
}

CheckRequest readRequest(const QCommandLineParser &parser, QString &problem)
{
    CheckRequest request;
    const QStringList words = parser.positionalArguments();
    if (words.isEmpty() || words.constFirst() != QLatin1String("rules")) {
        problem =
            Texts::tr("say what to check: sightglass check rules FILE…, or sightglass check --target URL "
                      "--rules FILE");
        return request;
    }
    QString bad;
    const auto features = featuresOption(parser.value(option("features")), bad);
    if (!features) {
        problem = Texts::tr("no feature switch: %1 (there are %2)").arg(bad, featureNames());
        return request;
    }
    request.options.features = *features;
    const bool duplicates = looksForDuplicates(parser.value(option("lint")), bad);
    if (!bad.isEmpty())
        problem = Texts::tr("nothing to look for: %1 (there are all, duplicate-rules and none)").arg(bad);
    if (!duplicates)
        request.duplicates = Duplicates::Allowed;
    else if (parser.isSet(option("lint-fatal")))
        request.duplicates = Duplicates::Fatal;
    if (parser.isSet(option("ignore-unknown-fields")))
        request.options.unknownFields = UnknownFields::Ignored;
    request.json = parser.isSet(option("json"));
    for (const QString &argument : words.mid(1))
        request.files += filesOfPattern(argument);
    if (request.files.isEmpty())
        request.files += option("-");
    return request;
}

/// Standard output and error are two streams: what is told of one file stays together.
void tell(const QString &block)
{
    std::fflush(stdout);
    std::fprintf(stderr, "%s\n", qUtf8Printable(block));
}

void printChecked(const CheckedRules &checked)
{
    if (checked.reading.file.hasMoreDocuments)
        tell(QStringLiteral("  ") +
             Texts::tr("WARNING: only the first document is read, as by Prometheus; there are more"));
    if (checked.reading.ok() && checked.duplicates.empty()) {
        printLine(QStringLiteral("  SUCCESS: %1 rules found").arg(checked.reading.file.ruleCount()));
    } else {
        tell(QStringLiteral("  FAILED:"));
        for (const RuleProblem &problem : checked.reading.problems)
            tell(problemBlock(problem, checked));
        if (!checked.duplicates.empty())
            tell(duplicatesBlock(checked));
    }
    printLine({});
}

Verdict checkFile(const QString &file, const CheckRequest &request)
{
    const bool standardInput = file == QLatin1String("-");
    const QString shown = displayText(file);
    if (!request.json)
        printLine(standardInput ? QStringLiteral("Checking standard input")
                                : QStringLiteral("Checking ") + shown);
    Result<std::string> text = readRulesInput(file, longestFile);
    if (!text) {
        const bool namesNoFile = text.error().code == ErrorCode::ConfigSyntax;
        tell(QStringLiteral("  FAILED:\n") + (namesNoFile ? shown + QStringLiteral(": ") : QString()) +
             errorText(text.error()));
        return Verdict::Bad;
    }
    CheckedRules checked{shown, *std::move(text), {}, {}};
    checked.reading = readRuleFile(checked.text, request.options);
    if (checked.reading.ok() && request.duplicates != Duplicates::Allowed)
        checked.duplicates = duplicateRules(checked.reading.file);
    if (request.json)
        printBytes(checkJson(checked));
    else
        printChecked(checked);
    if (!checked.reading.ok())
        return Verdict::Bad;
    return checked.duplicates.empty() ? Verdict::Good : Verdict::HasDuplicates;
}

int check(const CheckRequest &request)
{
    bool bad = false;
    bool duplicates = false;
    for (const QString &file : request.files) {
        const Verdict verdict = checkFile(file, request);
        bad = bad || verdict == Verdict::Bad;
        duplicates = duplicates || verdict == Verdict::HasDuplicates;
    }
    if (bad)
        return static_cast<int>(ExitCode::Failed);
    return duplicates && request.duplicates == Duplicates::Fatal ? onlyDuplicates
                                                                 : static_cast<int>(ExitCode::Done);
}

} // namespace

int runCheckCommand(const QStringList &arguments)
{
    if (isLiveCheck(arguments))
        return runLiveCheckCommand(arguments);
    QCommandLineParser parser;
    addOptions(parser);
    return runCommand(parser, arguments, readRequest, check);
}

} // namespace sightglass
