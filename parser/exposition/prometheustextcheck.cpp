// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/base/error.h"
#include "parser/base/quoting.h"
#include "parser/exposition/expositioncheck.h"
#include "parser/exposition/familycheck.h"
#include "parser/exposition/familynames.h"
#include "parser/exposition/prometheustextparser.h"
#include "parser/exposition/sampleplaces.h"

#include <cmath>
#include <map>
#include <string>

namespace sightglass {

namespace {

using Entry = ExpositionParser::Entry;

/// Outside of the class, or clang does not know yet how to make one.
struct Family
{
    std::string name;
    MetricType type = MetricType::Unknown;
    bool hasType = false;
    bool hasHelp = false;
    bool hasSamples = false;
};

class PrometheusTextCheck
{
public:
    PrometheusTextCheck(std::string_view body, std::size_t limit, TextRules rules)
        : m_parser(body, LineScanning::Fast, rules)
        , m_sink(limit)
    {}

    std::vector<ExpositionDiagnostic> run(const std::stop_token &stop)
    {
        while (!m_sink.full() && !stop.stop_requested()) {
            const Result<Entry> entry = m_parser.next();
            if (!entry) {
                const SourceSpan span = entry.error().span;
                const auto open = openLabelValue(m_parser.body(), m_parser.entryOffset(), span.begin);
                m_sink.add(DiagnosticSeverity::Rejected, "syntax", open.value_or(span),
                           plainText(entry.error()));
                m_damaged = true;
                if (!m_parser.resume())
                    break;
            } else if (*entry == Entry::End) {
                break;
            } else if (*entry == Entry::Sample) {
                takeSample();
            } else if (*entry != Entry::Comment) {
                takeMetadata(*entry);
            }
        }
        endFamily();
        const std::string_view body = m_parser.body();
        checkEnd(body);
        if (!body.empty() && body.back() != '\n')
            m_sink.wrong("missing-final-newline", {body.size(), body.size()},
                         "the last line must end in a line feed");
        return m_sink.take(body);
    }

private:
    [[nodiscard]] SourceSpan lineSpan() const
    {
        const std::string_view text = m_parser.entryText();
        const std::size_t end = m_parser.entryOffset() + text.size() - (text.ends_with('\n') ? 1 : 0);
        return {m_parser.entryOffset(), end};
    }

    void takeMetadata(Entry entry);
    [[nodiscard]] std::optional<SourceSpan> badMetadataName() const;
    void takeSample();
    void checkEnd(std::string_view body);
    void checkCommas(SourceSpan span);
    void checkValues();
    /// Backslashes before anything that is none of `escapes`. The text is a part of the body.
    void checkEscapes(std::string_view text, std::string_view escapes);
    [[nodiscard]] std::size_t offsetOf(const char *place) const
    {
        return static_cast<std::size_t>(place - m_parser.body().data());
    }
    void checkBound(const StrictSample &sample, std::string_view label);
    [[nodiscard]] bool isMisnamed(std::string_view sample) const;
    void takeMisnamed(SourceSpan span);
    void beginFamily(std::string_view name, SourceSpan span);
    void endFamily();

    PrometheusTextParser m_parser;
    DiagnosticSink m_sink;
    std::optional<Family> m_family;
    std::set<std::string, std::less<>> m_families;
    std::set<std::string, std::less<>> m_series;                 ///< of the present family
    std::map<std::string, HistogramPoint, std::less<>> m_points; ///< of the present histogram, by metric
    std::vector<Label> m_labels;
    bool m_damaged = false; ///< a line of the family could not be read
};

/// Prometheus' lexer ends a bare name where its letters end, and takes the rest for text; others read on to
/// the next blank.
std::optional<SourceSpan> PrometheusTextCheck::badMetadataName() const
{
    const std::string_view body = m_parser.body();
    const std::size_t begin = offsetOf(m_parser.metadataName().data());
    const std::size_t nameEnd = begin + m_parser.metadataName().size();
    if (begin > 0 && body[begin - 1] == '"')
        return std::nullopt;
    const std::size_t end = std::min(body.find_first_of(" \t\r\n", nameEnd), body.size());
    return end > nameEnd ? std::optional(SourceSpan{begin, end}) : std::nullopt;
}

void PrometheusTextCheck::takeMetadata(Entry entry)
{
    const SourceSpan span = lineSpan();
    const std::string_view name = m_parser.metadataName();
    if (const auto bad = badMetadataName())
        return m_sink.wrong("metadata-name-invalid", *bad,
                            goQuoted(m_parser.body().substr(bad->begin, bad->end - bad->begin)) +
                                " is no name of a metric");
    if (!m_family || m_family->name != name)
        beginFamily(name, span);
    bool &has = entry == Entry::Type ? m_family->hasType : m_family->hasHelp;
    if (std::exchange(has, true))
        m_sink.wrong("repeated-metadata", span,
                     "a metric has at most one line each of TYPE and HELP: " + m_family->name);
    else if (entry == Entry::Type && m_family->hasSamples)
        m_sink.wrong("metadata-after-samples", span,
                     "the TYPE of " + m_family->name + " must stand before its samples");
    if (entry == Entry::Type)
        m_family->type = m_parser.metadataType();
    else
        checkEscapes(m_parser.entryText(), helpEscapes);
}

/// Prometheus' lexer takes a NUL byte at the beginning of a line for the end.
void PrometheusTextCheck::checkEnd(std::string_view body)
{
    const std::size_t end = m_parser.entryOffset();
    if (end < body.size() && body[end] == '\0')
        m_sink.wrong("early-end", {end, end + 1},
                     "a NUL byte ends the page: " + std::to_string(body.size() - end) +
                         " bytes from here on are not read");
}

void PrometheusTextCheck::checkValues()
{
    for (const RawLabel &label : m_parser.parts().labels) {
        checkEscapes(label.value, labelEscapes);
        if (const std::size_t at = label.value.find('\n'); at != std::string_view::npos) {
            const std::size_t place = offsetOf(label.value.data() + at);
            m_sink.wrong("line-feed", {place, place + 1},
                         "a line feed in a label value must be written as \\n");
        }
    }
}

void PrometheusTextCheck::checkEscapes(std::string_view text, std::string_view escapes)
{
    for (std::size_t at = text.find('\\'); at != std::string_view::npos; at = text.find('\\', at + 2)) {
        const char escaped = at + 1 < text.size() ? text[at + 1] : '\n';
        if (escaped != '\n' && escapes.find(escaped) != std::string_view::npos)
            continue;
        const std::size_t place = offsetOf(text.data() + at);
        const std::size_t length = escaped == '\n' ? 1 : 2;
        m_sink.wrong("invalid-escape", {place, place + length},
                     "invalid escape sequence " + goQuoted(text.substr(at, length)));
    }
}

void PrometheusTextCheck::takeSample()
{
    const SourceSpan span = lineSpan();
    decodeSampleLabels(m_parser.parts(), MetricType::Unknown, m_labels);
    const std::string &name = m_labels.front().value;
    if (m_family && isMisnamed(name))
        return takeMisnamed(span);
    std::string_view suffix;
    if (!m_family || !isSampleOf(name, m_family->name, prometheusSuffixes(m_family->type), suffix))
        beginFamily(name, span);
    m_family->hasSamples = true;
    StrictSample sample;
    sample.type = m_family->type;
    sample.family = m_family->name;
    sample.name = name;
    sample.suffix = std::string_view(name).substr(m_family->name.size());
    sample.labels = std::span<const Label>(m_labels).subspan(1);
    sample.value = m_parser.value();
    sample.body = m_parser.body();
    sample.span = span;

    checkCommas(span);
    checkValues();
    checkLabelNames(sample.labels, span, m_sink, DiagnosticSeverity::Advice);
    const std::string_view own = ownLabel(sample.type, sample.family, sample.suffix);
    if (own == "le" || own == "quantile")
        checkBound(sample, own);
    if (!m_series.insert(name + '\xff' + labelSetKey(sample.labels, {})).second)
        m_sink.wrong("duplicate-sample", span, name + " is there twice with the same labels");
    if (sample.type == MetricType::Histogram)
        m_points.try_emplace(labelSetKey(sample.labels, "le"), HistogramPoint::Rules::PrometheusText)
            .first->second.add(sample, m_sink);
}

/// Whether the sample has the bare name of a histogram, whose samples need a suffix.
bool PrometheusTextCheck::isMisnamed(std::string_view sample) const
{
    return m_family->type == MetricType::Histogram && sample == m_family->name;
}

void PrometheusTextCheck::takeMisnamed(SourceSpan span)
{
    m_family->hasSamples = true;
    const std::string &name = m_family->name;
    m_sink.wrong("missing-suffix",
                 {span.begin, std::min(span.begin + m_parser.parts().series.size(), span.end)},
                 "histogram " + name + " must have samples " + name + "_bucket, " + name + "_sum and " +
                     name + "_count");
}

/// Prometheus' own scraper takes labels without a comma between them.
void PrometheusTextCheck::checkCommas(SourceSpan span)
{
    const std::vector<RawLabel> &labels = m_parser.parts().labels;
    for (std::size_t i = 1; i < labels.size(); ++i) {
        const char *const begin = labels[i - 1].value.data() + labels[i - 1].value.size();
        const std::string_view between(begin, static_cast<std::size_t>(labels[i].name.data() - begin));
        if (between.find(',') != std::string_view::npos)
            continue;
        const auto places = samplePlaces(m_parser.body(), span.begin).labels;
        return m_sink.wrong("missing-comma", i < places.size() ? places[i].whole() : span,
                            "no comma before label " + goQuoted(labels[i].name));
    }
}

void PrometheusTextCheck::checkBound(const StrictSample &sample, std::string_view label)
{
    const std::string *const text = sample.label(label);
    const auto number = labelNumber(sample, label);
    if (text == nullptr)
        m_sink.wrong("missing-label", sample.span,
                     std::string(sample.name) + " needs a label " + std::string(label));
    else if (!number || std::isnan(*number))
        m_sink.wrong("invalid-bound", sample.labelSpan(label),
                     std::string(label) + '=' + goQuoted(*text) + " is no number");
}

void PrometheusTextCheck::beginFamily(std::string_view name, SourceSpan span)
{
    endFamily();
    m_family.emplace();
    m_family->name = name;
    if (!m_families.insert(m_family->name).second)
        m_sink.wrong("interleaved-families", span,
                     "the lines of a metric must follow each other: " + m_family->name + " was there before");
}

void PrometheusTextCheck::endFamily()
{
    for (const auto &[key, point] : m_points) {
        if (!m_damaged)
            point.finish(m_sink);
    }
    m_points.clear();
    m_series.clear();
    m_family.reset();
    m_damaged = false;
}

} // namespace

std::vector<ExpositionDiagnostic> checkPrometheusText(std::string_view body, std::size_t limit,
                                                      const std::stop_token &stop, TextRules rules)
{
    return PrometheusTextCheck(body, limit, rules).run(stop);
}

} // namespace sightglass
