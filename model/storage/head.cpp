// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/storage/head.h"

#include "model/storage/headimpl.h"

namespace sightglass {

Head::Head(Retention retention)
    : m_impl(std::make_unique<Impl>(retention))
{}

Head::~Head() = default;

SeriesId Head::seriesFor(const Labels &labels)
{
    return m_impl->seriesFor(labels);
}

const Labels *Head::labelsOf(SeriesId id) const
{
    return m_impl->labelsOf(id);
}

Status Head::append(SeriesId id, TimestampMs t, double value, TimestampMs start)
{
    return m_impl->append(id, t, value, start);
}

Status Head::append(SeriesId id, TimestampMs t, HistogramPtr histogram, TimestampMs start)
{
    return m_impl->append(id, t, std::move(histogram), start);
}

ExemplarVerdict Head::appendExemplar(SeriesId id, Exemplar exemplar)
{
    return m_impl->appendExemplar(id, std::move(exemplar));
}

void Head::commit()
{
    m_impl->commit();
}

void Head::rollback()
{
    m_impl->rollback();
}

void Head::setMetadata(std::string_view family, const MetricMetadata &metadata)
{
    const MetadataChange change{family, &metadata};
    m_impl->setMetadata(MetadataOwner::Collector, {&change, 1});
}

MetadataOwner Head::addMetadataOwner(Labels target)
{
    return m_impl->addMetadataOwner(std::move(target));
}

void Head::setMetadata(MetadataOwner owner, std::span<const MetadataChange> changes)
{
    m_impl->setMetadata(owner, changes);
}

void Head::removeMetadataOwner(MetadataOwner owner)
{
    m_impl->removeMetadataOwner(owner);
}

void Head::applyRetention()
{
    m_impl->applyRetention();
}

void Head::setRetention(Retention retention)
{
    m_impl->setRetention(retention);
}

const Retention &Head::retention() const noexcept
{
    return m_impl->retention();
}

std::shared_ptr<const Snapshot> Head::snapshot()
{
    return m_impl->snapshot();
}

} // namespace sightglass
