// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelactions.h"

#include "model/fields/fieldconfig.h"
#include "model/presentation/displaytext.h"
#include "parser/base/asciicase.h"

#include <QAction>
#include <QMenu>

namespace sightglass {

namespace {

/// A menu's text: its ampersands are no mnemonics.
QString menuText(const QString &text)
{
    QString result = text;
    return result.replace(u'&', QLatin1String("&&"));
}

/// A dashboard may come from anybody: an address of another scheme than these is not offered. What is left of
/// it is looked at once more when it is followed.
bool isOffered(const DataLink &link)
{
    const std::string_view url = link.url;
    const std::size_t end = url.find_first_of(":/?#$");
    if (url.empty() || end == std::string_view::npos || url[end] != ':')
        return !url.starts_with("//") &&
               (url.starts_with('/') || url.starts_with('$') || url.starts_with("d/"));
    const std::string scheme = asciiLower(url.substr(0, end));
    const bool web = scheme == "http" || scheme == "https";
    return scheme == "mailto" || (web && url.substr(end).starts_with("://") && url.size() > end + 3);
}

void setKeys(QAction *action, const QList<QKeySequence> &keys)
{
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
}

} // namespace

PanelActions::PanelActions(QWidget *frame, Calls calls)
    : m_frame(frame)
    , m_calls(std::move(calls))
    , m_change(std::make_unique<QMenu>(tr("Panel")))
    , m_export(std::make_unique<QMenu>(tr("E&xport")))
    , m_links(std::make_unique<QMenu>(tr("&Links")))
{
    m_explore = add(tr("&Explore its queries"), m_calls.explore);
    m_edit = add(tr("Ed&it…"), [command = m_calls.command] { command(PanelCommand::Edit); });
    setKeys(m_edit, {Qt::Key_E});
    m_fullSize = add(tr("View in &full size"), m_calls.fullSize);
    m_fullSize->setCheckable(true);
    setKeys(m_fullSize, {Qt::Key_F, Qt::Key_V});
    m_table = add(tr("Show as &table"), m_calls.table);
    m_table->setCheckable(true);
    setKeys(m_table, {Qt::Key_T});
    m_remarks = add(tr("&Description and remarks"), m_calls.remarks);
    setKeys(m_remarks, {Qt::Key_I});
    m_copyPicture = add(tr("&Copy picture"), m_calls.copyPicture);
    setKeys(m_copyPicture, {Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    m_copyData = add(tr("Cop&y data"), m_calls.copyData);
    addExport(tr("&PNG…"), {ExportFormat::Png, 1, {}});
    addExport(tr("PNG, &2× as fine…"), {ExportFormat::Png, 2, {}});
    addExport(tr("PNG, &3× as fine…"), {ExportFormat::Png, 3, {}});
    addExport(tr("&SVG…"), {ExportFormat::Svg, 1, {}});
    addExport(tr("P&DF…"), {ExportFormat::Pdf, 1, PdfPage::AsPicture});
    addExport(tr("PDF on &A4…"), {ExportFormat::Pdf, 1, PdfPage::A4Landscape});
    addExport(tr("&CSV…"), {ExportFormat::Csv, 1, {}});
    addExport(tr("&JSON…"), {ExportFormat::Json, 1, {}});
    m_copyAllData = m_export->addAction(tr("Copy all &rows, also filtered ones"));
    QObject::connect(m_copyAllData, &QAction::triggered, frame, m_calls.copyAllData);
    m_copyAllData->setVisible(false);
    QObject::connect(m_export.get(), &QMenu::aboutToShow, frame,
                     [this] { m_copyAllData->setVisible(m_calls.isFiltered()); });
    frame->addAction(m_export->menuAction());
    addCommand(tr("D&uplicate"), PanelCommand::Duplicate);
    addCommand(tr("&Copy panel"), PanelCommand::Copy);
    addCommand(tr("Cu&t panel"), PanelCommand::Cut);
    addCommand(tr("&Remove"), PanelCommand::Remove);
    frame->addAction(m_change->menuAction());
    add(tr("&Alert on this…"), [command = m_calls.command] { command(PanelCommand::Alert); });
    frame->addAction(m_links->menuAction());
    m_links->menuAction()->setVisible(false);
}

PanelActions::~PanelActions() = default;

QAction *PanelActions::add(const QString &text, const std::function<void()> &call)
{
    auto *action = new QAction(text, m_frame);
    QObject::connect(action, &QAction::triggered, m_frame, call);
    m_frame->addAction(action);
    return action;
}

QAction *PanelActions::addCommand(const QString &text, PanelCommand command)
{
    QAction *action = m_change->addAction(text);
    QObject::connect(action, &QAction::triggered, m_frame,
                     [call = m_calls.command, command] { call(command); });
    return action;
}

void PanelActions::addExport(const QString &text, const ExportOrder &order)
{
    QObject::connect(m_export->addAction(text), &QAction::triggered, m_frame,
                     [save = m_calls.save, order] { save(order); });
}

void PanelActions::setReach(Reach reach)
{
    if (reach == m_reach)
        return;
    m_reach = reach;
    for (QAction *action : {m_edit, m_fullSize, m_table, m_remarks, m_copyPicture})
        action->setShortcutContext(reach == Reach::Window ? Qt::WindowShortcut
                                                          : Qt::WidgetWithChildrenShortcut);
}

void PanelActions::setLinks(std::span<const DataLink> links)
{
    constexpr qsizetype longestTitle = 80;
    m_links->clear();
    for (const DataLink &link : links) {
        if (!isOffered(link))
            continue;
        const QString address = displayText(std::string_view(link.url), longestTitle);
        const QString title = displayText(std::string_view(link.title), longestTitle);
        QAction *action = m_links->addAction(menuText(title.isEmpty() ? address : title));
        action->setToolTip(plainToolTip(address));
        QObject::connect(action, &QAction::triggered, m_frame,
                         [follow = m_calls.follow, url = link.url] { follow(url); });
    }
    m_links->setToolTipsVisible(true);
    m_links->menuAction()->setVisible(!m_links->isEmpty());
}

} // namespace sightglass
