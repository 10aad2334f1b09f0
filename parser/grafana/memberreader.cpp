// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/memberreader.h"

#include "parser/grafana/migration.h"

#include <utility>

namespace sightglass::grafana {
namespace {

/// Of a member that is absent.
const Json &nothing()
{
    static const Json none;
    return none;
}

} // namespace

MemberReader::MemberReader(const Json &object, std::string path, Json &left)
    : m_object(object)
    , m_path(std::move(path))
    , m_left(left)
{}

std::string MemberReader::pathOf(std::string_view name) const
{
    const std::string step = pointerStep(name);
    return m_path.empty() ? step.substr(1) : m_path + step;
}

const Json *MemberReader::take(std::string_view name)
{
    m_asked.emplace(name);
    const Json *value = find(m_object, name);
    return value == nullptr || value->is_null() ? nullptr : value;
}

MemberReader MemberReader::object(std::string_view name)
{
    const Json *value = take(name);
    return {value == nullptr ? nothing() : *value, pathOf(name), m_left};
}

void MemberReader::copy(std::initializer_list<std::string_view> names, Json &to)
{
    for (const std::string_view name : names)
        copyAs(name, to, name);
}

void MemberReader::copyAs(std::string_view name, Json &to, std::string_view as)
{
    const Json *value = take(name);
    if (value != nullptr)
        set(to, as, *value);
}

void MemberReader::leave(std::string_view name)
{
    const Json *value = find(m_object, name);
    if (!isEmptyValue(value))
        m_left[pathOf(name)] = *value;
}

void MemberReader::finish()
{
    if (!m_object.is_object()) {
        if (!isEmptyValue(&m_object))
            m_left[m_path] = m_object;
        return;
    }
    for (const auto &[name, value] : m_object.items()) {
        if (!m_asked.contains(name) && !isEmptyValue(&value))
            m_left[pathOf(name)] = value;
    }
}

} // namespace sightglass::grafana
