// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/rulecheckoutput.h"

#include "app/cli/errorplace.h"
#include "model/api/jsonwriter.h"
#include "model/presentation/displaytext.h"
#include "parser/base/quoting.h"

#include <QCoreApplication>

#include <limits>

namespace sightglass {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::RuleCheckOutput)
};

constexpr qsizetype longestLine = 2000;
constexpr std::size_t noLimit = std::numeric_limits<std::size_t>::max();

/// Lines as they are, with their tabs, all else made safe.
QString shownLines(std::string_view text)
{
    QStringList shown;
    const QStringList lines =
        QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).split(u'\n');
    for (const QString &line : lines)
        shown << (line.startsWith(u'\t') ? u'\t' + displayText(line.mid(1), longestLine)
                                         : displayText(line, longestLine));
    return shown.join(u'\n');
}

const WrittenRule &ruleAt(const CheckedRules &rules, DuplicateRules::Place place)
{
    return rules.reading.file.groups[place.group].rules[place.rule];
}

void number(std::string_view name, std::size_t value, JsonWriter &writer)
{
    writer.key(name);
    writer.integer(static_cast<std::int64_t>(value));
}

void writePlace(SourcePosition position, JsonWriter &writer)
{
    if (position.line == 0)
        return;
    number("line", position.line, writer);
    number("column", position.column, writer);
}

void writeRule(std::string_view group, std::size_t rule, std::string_view name, JsonWriter &writer)
{
    if (rule == 0)
        return;
    writer.member("group", group);
    number("rule", rule, writer);
    writer.member("name", name);
}

void writeProblem(const RuleProblem &problem, std::string_view source, JsonWriter &writer)
{
    writer.beginObject();
    writer.member("source", source);
    writer.member("kind", "error");
    writePlace(problem.error.position, writer);
    writer.key("exact");
    writer.beginObject();
    writePlace(problem.exactPosition, writer);
    writer.endObject();
    writeRule(problem.group, problem.rule, problem.ruleName, writer);
    writer.member("text", plainText(problem.error));
    writer.endObject();
}

void writeDuplicate(const DuplicateRules &duplicate, const CheckedRules &rules, JsonWriter &writer)
{
    writer.beginObject();
    writer.member("source", rules.source.toStdString());
    writer.member("kind", "duplicate");
    writer.member("name", duplicate.name);
    writer.key("labels");
    writer.beginObject();
    for (const LabelView label : duplicate.labels)
        writer.member(label.name, label.value);
    writer.endObject();
    writer.key("places");
    writer.beginArray();
    for (const DuplicateRules::Place place : duplicate.places) {
        writer.beginObject();
        writePlace(ruleAt(rules, place).position, writer);
        writeRule(rules.reading.file.groups[place.group].name.value, place.rule + 1, duplicate.name, writer);
        writer.endObject();
    }
    writer.endArray();
    writer.endObject();
}

void writeFigures(const CheckedRules &rules, JsonWriter &writer)
{
    writer.beginObject();
    writer.member("source", rules.source.toStdString());
    writer.key("summary");
    writer.beginObject();
    number("groups", rules.reading.file.groups.size(), writer);
    number("rules", rules.reading.file.ruleCount(), writer);
    number("errors", rules.reading.problems.size(), writer);
    number("duplicates", rules.duplicates.size(), writer);
    writer.key("moreDocuments");
    writer.boolean(rules.reading.file.hasMoreDocuments);
    writer.endObject();
    writer.endObject();
}

} // namespace

QString problemBlock(const RuleProblem &problem, const CheckedRules &rules)
{
    QString block = rules.source + QStringLiteral(": ") +
                    displayText(QString::fromStdString(plainText(problem)), longestLine);
    Error exact;
    exact.position = problem.exactPosition;
    const QString place = errorPlace(rules.text, exact);
    if (!place.isEmpty())
        block += u'\n' + place;
    return block;
}

QString duplicatesBlock(const CheckedRules &rules)
{
    QString block = QStringLiteral("lint error ") + shownLines(duplicatesText(rules.duplicates));
    for (const DuplicateRules &duplicate : rules.duplicates) {
        for (const DuplicateRules::Place place : duplicate.places) {
            RuleProblem here;
            here.error = {
                ErrorCode::ConfigValue,
                {Texts::tr("one of %n equal rules", nullptr, static_cast<int>(duplicate.places.size()))
                     .toStdString()},
                {},
                ruleAt(rules, place).position};
            here.group = rules.reading.file.groups[place.group].name.value;
            here.rule = place.rule + 1;
            here.ruleName = duplicate.name;
            block += u'\n' + rules.source + QStringLiteral(": ") +
                     displayText(QString::fromStdString(plainText(here)), longestLine);
        }
    }
    return block;
}

std::string checkJson(const CheckedRules &rules)
{
    std::string lines;
    const auto line = [&lines](const auto &write) {
        JsonWriter writer(lines, noLimit);
        write(writer);
        lines += '\n';
    };
    for (const RuleProblem &problem : rules.reading.problems)
        line([&](JsonWriter &writer) { writeProblem(problem, rules.source.toStdString(), writer); });
    for (const DuplicateRules &duplicate : rules.duplicates)
        line([&](JsonWriter &writer) { writeDuplicate(duplicate, rules, writer); });
    line([&](JsonWriter &writer) { writeFigures(rules, writer); });
    return lines;
}

} // namespace sightglass
