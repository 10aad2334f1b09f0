// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/api/apitime.h"
#include "model/api/endpoints.h"
#include "model/api/labelnameescape.h"
#include "model/api/parameterreader.h"
#include "model/api/resultjson.h"
#include "parser/base/quoting.h"

#include <algorithm>
#include <set>
#include <utility>

namespace sightglass {

namespace {

using MatcherSets = std::vector<std::vector<Matcher>>;

/// What the three endpoints here are asked.
struct SeriesQuestion
{
    std::size_t limit = 0;
    TimeRange range;
    MatcherSets matchers;

    [[nodiscard]] bool isAboutAll() const { return matchers.empty() && range == allTime; }
};

SeriesQuestion readQuestion(ParameterReader &reader)
{
    SeriesQuestion question;
    question.limit = reader.limit();
    question.range = reader.range();
    question.matchers = reader.matchers();
    return question;
}

/// Calls `visit(labels)` for the series of every set; of one that several sets select, more than once. Ends
/// when nobody waits any more.
template<typename Visit>
void forEachSeries(const ApiContext &context, const SeriesQuestion &question, Visit visit)
{
    const MatcherSets everything{{}};
    for (const auto &matchers : question.matchers.empty() ? everything : question.matchers) {
        for (const auto &series : context.state->snapshot->select(matchers, question.range)) {
            if (context.cancel.stop_requested())
                return;
            visit(series->labels());
        }
    }
}

/// The first ones of a sorted list, up to the limit.
void writeTexts(Envelope &envelope, const std::vector<std::string> &texts, std::size_t limit)
{
    const std::size_t count = limit == 0 ? texts.size() : std::min(limit, texts.size());
    JsonWriter &writer = envelope.data();
    writer.beginArray();
    for (std::size_t i = 0; i < count && !writer.full(); ++i)
        writer.string(texts[i]);
    writer.endArray();
    if (count < texts.size())
        envelope.warn(std::string(truncatedText));
}

std::vector<std::string> sortedTexts(std::set<std::string, std::less<>> &&texts)
{
    std::vector<std::string> sorted;
    sorted.reserve(texts.size());
    while (!texts.empty())
        sorted.push_back(std::move(texts.extract(texts.begin()).value()));
    return sorted;
}

void insert(std::set<std::string, std::less<>> &texts, std::string_view text)
{
    if (!texts.contains(text))
        texts.emplace(text);
}

std::vector<Labels> selectedLabels(const ApiContext &context, const SeriesQuestion &question)
{
    std::vector<Labels> found;
    forEachSeries(context, question, [&found](const Labels &labels) { found.push_back(labels); });
    if (question.matchers.size() > 1) {
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
    }
    return found;
}

} // namespace

void answerSeries(const ApiCall &call, Envelope &envelope)
{
    if (call.request.parameters.values("match[]").empty())
        return envelope.fail(badData("no match[] parameter provided"));
    ParameterReader reader(call.request.parameters);
    const SeriesQuestion question = readQuestion(reader);
    if (reader.failed())
        return envelope.fail(reader.error());
    const std::vector<Labels> found = selectedLabels(call.context, question);
    const std::size_t count = question.limit == 0 ? found.size() : std::min(question.limit, found.size());
    JsonWriter &writer = envelope.data();
    writer.beginArray();
    for (std::size_t i = 0; i < count && !writer.full(); ++i)
        writeLabels(writer, found[i]);
    writer.endArray();
    if (count < found.size())
        envelope.warn(std::string(truncatedText));
}

void answerLabelNames(const ApiCall &call, Envelope &envelope)
{
    ParameterReader reader(call.request.parameters);
    const SeriesQuestion question = readQuestion(reader);
    if (reader.failed())
        return envelope.fail(reader.error());
    if (question.isAboutAll())
        return writeTexts(envelope, call.context.state->snapshot->labelNames(), question.limit);
    std::set<std::string, std::less<>> names;
    forEachSeries(call.context, question, [&names](const Labels &labels) {
        for (const LabelView label : labels)
            insert(names, label.name);
    });
    writeTexts(envelope, sortedTexts(std::move(names)), question.limit);
}

void answerLabelValues(const ApiCall &call, Envelope &envelope)
{
    const std::string name = unescapedName(call.label);
    // Any UTF-8 may be a name, but no exposition format can write NUL.
    if (name.empty() || !isValidUtf8(name) || name.find('\0') != std::string::npos)
        return envelope.fail(badData("invalid label name: " + goQuoted(name)));
    ParameterReader reader(call.request.parameters);
    const SeriesQuestion question = readQuestion(reader);
    if (reader.failed())
        return envelope.fail(reader.error());
    if (question.isAboutAll())
        return writeTexts(envelope, call.context.state->snapshot->labelValues(name), question.limit);
    std::set<std::string, std::less<>> values;
    forEachSeries(call.context, question, [&](const Labels &labels) {
        if (const std::string_view value = labels.value(name); !value.empty())
            insert(values, value);
    });
    writeTexts(envelope, sortedTexts(std::move(values)), question.limit);
}

} // namespace sightglass
