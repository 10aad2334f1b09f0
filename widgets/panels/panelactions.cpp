// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panels/panelactions.h"

#include "model/fields/fieldconfig.h"
#include "model/presentation/displaytext.h"

#include <QAction>
#include <QDesktopServices>
#include <QMenu>
#include <QUrl>

namespace sightglass {

namespace {

/// A menu's text: its ampersands are no mnemonics.
QString menuText(const QString &text)
{
    QString result = text;
    return result.replace(u'&', QLatin1String("&&"));
}

/// A dashboard may come from anybody: nothing but a web page is opened from it.
QUrl webAddress(const DataLink &link)
{
    const QUrl url(QString::fromStdString(link.url), QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    return web && !url.host().isEmpty() ? url : QUrl();
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
    , m_export(std::make_unique<QMenu>(tr("E&xport")))
    , m_links(std::make_unique<QMenu>(tr("&Links")))
{
    m_explore = add(tr("&Explore its queries"), m_calls.explore);
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
    m_copyData = add(tr("Copy &data"), m_calls.copyData);
    addExport(tr("&PNG…"), {ExportFormat::Png, 1, {}});
    addExport(tr("PNG, &2× as fine…"), {ExportFormat::Png, 2, {}});
    addExport(tr("PNG, &3× as fine…"), {ExportFormat::Png, 3, {}});
    addExport(tr("&SVG…"), {ExportFormat::Svg, 1, {}});
    addExport(tr("P&DF…"), {ExportFormat::Pdf, 1, PdfPage::AsPicture});
    addExport(tr("PDF on &A4…"), {ExportFormat::Pdf, 1, PdfPage::A4Landscape});
    addExport(tr("&CSV…"), {ExportFormat::Csv, 1, {}});
    addExport(tr("&JSON…"), {ExportFormat::Json, 1, {}});
    frame->addAction(m_export->menuAction());
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

void PanelActions::addExport(const QString &text, const ExportOrder &order)
{
    QObject::connect(m_export->addAction(text), &QAction::triggered, m_frame,
                     [save = m_calls.save, order] { save(order); });
}

void PanelActions::setLinks(std::span<const DataLink> links)
{
    constexpr qsizetype longestTitle = 80;
    m_links->clear();
    for (const DataLink &link : links) {
        const QUrl url = webAddress(link);
        if (url.isEmpty())
            continue;
        const QString address = displayText(url.toString(), longestTitle);
        const QString title = displayText(std::string_view(link.title), longestTitle);
        QAction *action = m_links->addAction(menuText(title.isEmpty() ? address : title));
        action->setToolTip(plainToolTip(address));
        QObject::connect(action, &QAction::triggered, m_frame, [url] { QDesktopServices::openUrl(url); });
    }
    m_links->setToolTipsVisible(true);
    m_links->menuAction()->setVisible(!m_links->isEmpty());
}

} // namespace sightglass
