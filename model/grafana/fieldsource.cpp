// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/fieldsource.h"

#include "parser/grafana/migration.h"

namespace sightglass::grafana {

MemberPlace MemberPlace::member(std::string_view name) const
{
    return {pointer + pointerStep(name), path + '/' + std::string(name)};
}

MemberPlace MemberPlace::item(std::size_t index) const
{
    return {pointer + '/' + std::to_string(index), path};
}

FieldSource::FieldSource(const Json &object, MemberPlace place, ImportNotes &notes)
    : m_object(object)
    , m_place(std::move(place))
    , m_notes(notes)
{
    if (!object.is_object())
        m_notes.lose(m_place.pointer, m_place.path, "This is no object.");
}

const Json *FieldSource::take(std::string_view name)
{
    m_asked.emplace(name);
    const Json *found = find(m_object, name);
    return found == nullptr || found->is_null() ? nullptr : found;
}

void FieldSource::finish()
{
    if (!m_object.is_object())
        return;
    for (const auto &[name, value] : m_object.items()) {
        // What says nothing asks for nothing.
        if (m_asked.contains(name) || isEmptyValue(&value))
            continue;
        const MemberPlace place = m_place.member(name);
        m_notes.unread(place.pointer, place.path);
        if (isKept(place.path))
            m_kept[name] = value;
    }
}

void FieldSource::keep(std::string_view name)
{
    const Json *found = find(m_object, name);
    if (!isEmptyValue(found) && isKept(m_place.member(name).path))
        m_kept[std::string(name)] = *found;
}

void FieldSource::keepWhole(std::string_view name)
{
    const Json *found = find(m_object, name);
    if (!isEmptyValue(found) && isKept(m_place.member(name).path))
        m_kept[std::string(name)] = {{std::string(keptWhole), *found}};
}

void FieldSource::loseAndKeep(std::string_view name, std::string_view reason)
{
    const MemberPlace place = m_place.member(name);
    m_notes.lose(place.pointer, place.path, reason);
    keep(name);
}

} // namespace sightglass::grafana
