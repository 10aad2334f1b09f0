// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/panels/exportorder.h"
#include "widgets/panels/panelcommand.h"

#include <QCoreApplication>

#include <functional>
#include <memory>
#include <span>
#include <string>

class QAction;
class QMenu;
class QWidget;

namespace sightglass {

struct DataLink;

/// What a panel's menu offers, as actions of its frame: in the context menu, behind the button in its title
/// and by keys while the keyboard is in the panel (see setReach()).
class PanelActions
{
    Q_DECLARE_TR_FUNCTIONS(sightglass::PanelActions)

public:
    struct Calls
    {
        std::function<void()> explore;
        std::function<void()> fullSize;
        std::function<void()> table;
        std::function<void()> remarks;
        std::function<void()> copyPicture;
        std::function<void()> copyData;
        std::function<void()> copyAllData;
        std::function<bool()> isFiltered; ///< whether some rows are not shown
        std::function<void(const ExportOrder &)> save;
        std::function<void(const std::string &)> follow; ///< a link's address
        std::function<void(PanelCommand)> command;
    };

    /// Adds them to the widget, which owns them.
    PanelActions(QWidget *frame, Calls calls);
    ~PanelActions();

    /// Links to the web, to mail and to other dashboards ("/d/…"); others are left out. Places of the time
    /// shown ($__from) may be in them.
    void setLinks(std::span<const DataLink> links);

    /// From where its keys are heard: in the panel, or in its window as far as nobody else wants them, such
    /// as a field that is typed in.
    enum class Reach : unsigned char
    {
        Panel,
        Window
    };
    void setReach(Reach reach);

    [[nodiscard]] QAction *edit() const { return m_edit; }
    [[nodiscard]] QAction *explore() const { return m_explore; }
    [[nodiscard]] QAction *fullSize() const { return m_fullSize; }
    [[nodiscard]] QAction *table() const { return m_table; }
    [[nodiscard]] QAction *remarks() const { return m_remarks; }
    [[nodiscard]] QAction *copyPicture() const { return m_copyPicture; }
    [[nodiscard]] QAction *copyData() const { return m_copyData; }
    /// In the export menu, where the table is filtered.
    [[nodiscard]] QAction *copyAllData() const { return m_copyAllData; }
    [[nodiscard]] QMenu *exportMenu() const { return m_export.get(); }
    [[nodiscard]] QMenu *linkMenu() const { return m_links.get(); }

private:
    QAction *add(const QString &text, const std::function<void()> &call);
    QAction *addCommand(const QString &text, PanelCommand command);
    void addExport(const QString &text, const ExportOrder &order);

    QWidget *m_frame;
    Calls m_calls;
    Reach m_reach = Reach::Panel;
    QAction *m_edit = nullptr;
    QAction *m_explore = nullptr;
    QAction *m_fullSize = nullptr;
    QAction *m_table = nullptr;
    QAction *m_remarks = nullptr;
    QAction *m_copyPicture = nullptr;
    QAction *m_copyData = nullptr;
    QAction *m_copyAllData = nullptr;
    std::unique_ptr<QMenu> m_change;
    std::unique_ptr<QMenu> m_export;
    std::unique_ptr<QMenu> m_links;
};

} // namespace sightglass
