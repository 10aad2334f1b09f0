// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/importnotes.h"

#include "model/grafana/membernames.h"

#include <utility>

namespace sightglass::grafana {

void ImportNotes::enterPanel(std::int64_t id, std::string title, std::string place)
{
    m_panel = id;
    m_title = std::move(title);
    m_place = std::move(place);
}

void ImportNotes::enterDashboard(std::string place)
{
    m_panel.reset();
    m_title.clear();
    m_place = std::move(place);
}

void ImportNotes::lose(std::string_view pointer, std::string_view path, std::string_view reason,
                       LossKind kind)
{
    if (m_losses.size() >= m_most)
        return;
    m_losses.push_back(
        {m_place + std::string(pointer), m_panel, m_title, std::string(path), std::string(reason), kind});
}

void ImportNotes::used(std::string_view pointer, std::string_view path)
{
    if (!isHonoured(path))
        lose(pointer, path, "This is read and kept, but not shown.");
}

void ImportNotes::unread(std::string_view pointer, std::string_view path)
{
    // Clones are made anew, and what is written by hand is to stay.
    if (m_strictness == Strictness::NoStrangers && isOfClone(path))
        return lose(pointer, path, "This is not known here.");
    if (isHarmless(path))
        return;
    if (m_strictness == Strictness::AsGrafana && isLeftover(path))
        lose(pointer, path, "The panel had another type once; this one does not look at it.",
             LossKind::AsInGrafana);
    else if (m_strictness == Strictness::AsGrafana && isStrangeToGrafana(path))
        lose(pointer, path, "Grafana's model has no such member.", LossKind::AsInGrafana);
    else if (isOfAnotherType(path))
        lose(pointer, path, "The panel had another type once; this one does not look at it.",
             LossKind::AsInGrafana);
    else
        lose(pointer, path, "This is not known here.");
}

} // namespace sightglass::grafana
