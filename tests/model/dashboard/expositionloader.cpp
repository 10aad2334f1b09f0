// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/model/dashboard/expositionloader.h"

#include "parser/exposition/expositionparser.h"

#include <map>
#include <string>
#include <vector>

namespace sightglass::test {

namespace {

using Metadata = std::map<std::string, MetricMetadata>;

void noteMetadata(Metadata &metadata, ExpositionParser &parser, ExpositionParser::Entry entry)
{
    MetricMetadata &family = metadata[std::string(parser.metadataName())];
    if (entry == ExpositionParser::Entry::Type)
        family.type = parser.metadataType();
    else if (entry == ExpositionParser::Entry::Help)
        family.help = parser.metadataText();
    else if (entry == ExpositionParser::Entry::Unit)
        family.unit = parser.metadataText();
}

/// Appends a sample; a series that is exposed twice counts once.
int appendSample(Head &head, ExpositionParser &parser, const Labels &target, Sample sample)
{
    std::vector<Label> labels;
    parser.decodeLabels(labels);
    for (const auto &label : target)
        labels.push_back({std::string(label.name), std::string(label.value)});
    return head.append(head.seriesFor(Labels(std::move(labels))), sample.t, sample.v).ok() ? 1 : 0;
}

} // namespace

int loadExposition(Head &head, const QByteArray &body, const Labels &target, TimestampMs t, double growth)
{
    const auto parser = createExpositionParser(ExpositionFormat::PrometheusText,
                                               {body.constData(), static_cast<std::size_t>(body.size())});
    Metadata metadata;
    int samples = 0;
    while (true) {
        const auto entry = parser->next();
        if (!entry) {
            head.rollback();
            return -1;
        }
        if (*entry == ExpositionParser::Entry::End)
            break;
        if (*entry == ExpositionParser::Entry::Sample)
            samples += appendSample(head, *parser, target, {t, parser->value() + growth});
        else if (*entry != ExpositionParser::Entry::Comment)
            noteMetadata(metadata, *parser, *entry);
    }
    head.commit();
    std::vector<MetadataChange> changes;
    for (const auto &[family, values] : metadata)
        changes.push_back({family, &values});
    head.setMetadata(head.addMetadataOwner(target), changes);
    return samples;
}

} // namespace sightglass::test
