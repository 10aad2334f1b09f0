// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/analysis/pagetext.h"

#include "parser/base/numbertext.h"
#include "parser/base/quoting.h"

namespace sightglass {

namespace {

template<typename ForEach>
std::string bracedLabels(ForEach forEach)
{
    std::string text;
    forEach([&text](std::string_view name, std::string_view value) {
        text += text.empty() ? '{' : ',';
        text += isLegacyLabelName(name) ? std::string(name) : goQuoted(name);
        text += '=' + goQuoted(value);
    });
    return text.empty() ? text : text + '}';
}

/// Line feeds and backslashes as the text formats have them in HELP.
std::string escapedHelp(std::string_view help)
{
    std::string text;
    for (const char c : help) {
        if (c == '\\')
            text += "\\\\";
        else if (c == '\n')
            text += "\\n";
        else
            text += c;
    }
    return text;
}

std::string familyLines(const ExposedPage &page, const PageFamily &family, const FamilyTexts &texts)
{
    const std::string_view plain = page.name(family);
    const std::string name = isLegacyMetricName(plain) ? std::string(plain) : goQuoted(plain);
    std::string text = "# TYPE " + name + ' ' + std::string(metricTypeName(family.type)) + '\n';
    if (!texts.unit.empty())
        text += "# UNIT " + name + ' ' + escapedHelp(texts.unit) + '\n';
    if (!texts.help.empty())
        text += "# HELP " + name + ' ' + escapedHelp(texts.help) + '\n';
    return text;
}

} // namespace

std::string labelsText(const ExposedPage &page, const PageSample &sample)
{
    return bracedLabels([&](const auto &add) {
        for (const PageLabel label : page.labelsOf(sample))
            add(page.text(label.name), page.text(label.value));
    });
}

std::string seriesText(const ExposedPage &page, const PageSample &sample)
{
    const std::string_view name = page.text(sample.name);
    return (isLegacyMetricName(name) ? std::string(name) : goQuoted(name)) + labelsText(page, sample);
}

std::string sampleValueText(const ExposedPage &page, const PageExtras &extras, std::uint32_t sample)
{
    if (page.samples[sample].isNative)
        return std::string(extras.histogramOf(sample));
    return formatFloat(page.samples[sample].value);
}

std::string exemplarText(const ExposedExemplar &exemplar)
{
    const std::string labels = bracedLabels([&](const auto &add) {
        for (const Label &label : exemplar.labels)
            add(label.name, label.value);
    });
    std::string text =
        "# " + (labels.empty() ? std::string("{}") : labels) + ' ' + formatFloat(exemplar.value);
    if (exemplar.timestampMs)
        text += ' ' + formatFloat(static_cast<double>(*exemplar.timestampMs) / 1000);
    return text;
}

namespace {

void appendSample(const ExposedPage &page, const PageExtras &extras, std::uint32_t number, std::string &text)
{
    const PageSample &sample = page.samples[number];
    const std::string_view histogram = extras.histogramOf(number);
    if (!sample.isNative && !histogram.empty())
        text += "# native, not read: " + std::string(histogram) + '\n';
    text += seriesText(page, sample) + ' ' + sampleValueText(page, extras, number);
    if (sample.timestampMs)
        text += ' ' + std::to_string(*sample.timestampMs);
    for (const PageExemplar &each : extras.exemplarsOf(number))
        text += ' ' + exemplarText(each.exemplar);
    text += '\n';
}

} // namespace

PageText writtenPage(const ExposedPage &page, const PageExtras &extras, std::size_t mostBytes)
{
    PageText written;
    std::string &text = written.text;
    const auto isFull = [&text, mostBytes] { return text.size() >= mostBytes; };
    for (std::size_t i = 0; i < page.families.size(); ++i) {
        const PageFamily &family = page.families[i];
        written.familyOffsets.push_back(text.size());
        if (isFull())
            continue;
        text += familyLines(page, family, extras.families[i]);
        for (const std::uint32_t number : family.samples) {
            if (isFull())
                break;
            appendSample(page, extras, number, text);
        }
    }
    if (isFull() || page.cutAt)
        text += "# cut here: there is more than can be shown\n";
    return written;
}

} // namespace sightglass
