// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panelkit/legendview.h"
#include "widgets/panelkit/panelview.h"

#include <set>
#include <string>

namespace sightglass {

/// What an item of a legend is known by from one answer to the next. A series has query and labels, a slice
/// or a state its name too.
struct LegendKey
{
    std::size_t query = 0;
    Labels labels;
    std::string name = {};

    friend auto operator<=>(const LegendKey &, const LegendKey &) = default;
    friend bool operator==(const LegendKey &, const LegendKey &) = default;
};

struct LegendEntry
{
    LegendKey key;
    LegendItem item;    ///< `visible` is the view's to set
    bool listed = true; ///< false: on the chart, but not in the legend (hideFrom)
};

/// A chart with its legend below or at the right: lays both out, leaves the legend out where there is too
/// little room, and keeps what the user has hidden while data come and go. A derived view makes its chart,
/// hands it to setContent(), and with new data asks isHidden() for each entry and calls setEntries().
class LegendedView : public PanelView
{
    Q_OBJECT

public:
    LegendedView(const LegendOptions &options, const Theme &theme, QWidget *parent = nullptr);

    void setTheme(const Theme &theme) override;
    void exportTo(QPainter &painter) override;

    /// Null where the options hide it.
    [[nodiscard]] LegendView *legend() const { return m_legend; }
    [[nodiscard]] QWidget *content() const { return m_content; }
    /// Whether the user has hidden what is known by this.
    [[nodiscard]] bool isHidden(const LegendKey &key) const { return m_hidden.contains(key); }

protected:
    [[nodiscard]] const Theme &theme() const { return m_theme; }
    [[nodiscard]] const LegendOptions &legendOptions() const { return m_options; }
    [[nodiscard]] const std::vector<LegendEntry> &entries() const { return m_entries; }

    /// The chart; becomes a child. Once, in the constructor.
    void setContent(QWidget *content);
    /// What the chart shows, in its order. Cheap where names stay.
    void setEntries(std::vector<LegendEntry> entries);

    /// The user has hidden or shown entries: draw by isHidden() again.
    virtual void visibilityChanged() = 0;
    /// The heads of the columns of values: by default the names of the options' calculations.
    [[nodiscard]] virtual QStringList legendColumns() const;
    /// The values of one of entries(), as many as columns; asked only for what is in sight or sorted by.
    [[nodiscard]] virtual std::vector<LegendValue> legendValues(std::size_t entry) const;
    /// The pointer or the keyboard is on this entry in the legend, or on none.
    virtual void entryHovered(std::optional<std::size_t> entry) { Q_UNUSED(entry) }
    /// As exportTo(), the content's top left corner being the origin: by default what the widget renders.
    virtual void exportContent(QPainter &painter);

    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QSize legendSize() const;
    void place();
    void isolate(int item);
    void toggle(int item);

    LegendOptions m_options;
    Theme m_theme;
    std::vector<LegendEntry> m_entries;
    std::vector<std::size_t> m_listed; ///< indices into m_entries of what the legend shows
    std::set<LegendKey> m_hidden;
    QWidget *m_content = nullptr;
    LegendView *m_legend = nullptr;
};

} // namespace sightglass
