// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/dashboardediting.h"

#include "model/editing/ownform.h"
#include "model/presentation/displaytext.h"
#include "model/scrape/regularfile.h"
#include "parser/grafana/dashboardmigration.h"
#include "widgets/editing/editbar.h"
#include "widgets/views/dashboardview.h"

#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QStandardPaths>

#include <utility>

namespace sightglass {

DashboardEditing::DashboardEditing(Workspace *workspace, DashboardView *view, const Theme &theme,
                                   QObject *parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_catalog(new CatalogSource(workspace->queryPool(), this))
    , m_pane(new EditingPane(view, context(), theme))
{
    connectPane();
}

DashboardEditing::~DashboardEditing()
{
    // The pane is the page's and may be gone; the document is not to be looked at any more.
    if (m_document)
        m_document->disconnect();
}

QString DashboardEditing::folder()
{
    const QString data = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    return QDir(data).filePath(QStringLiteral("dashboards"));
}

EditingContext DashboardEditing::context() const
{
    EditingContext context;
    context.pool = m_workspace->queryPool();
    context.catalog = m_catalog;
    context.engine = m_workspace->queryEngine();
    context.features = m_workspace->queryEngine().options().features;
    context.scrapeIntervalMs = TargetConfig{}.intervalMs;
    return context;
}

void DashboardEditing::connectPane()
{
    connect(m_pane, &EditingPane::editingRequested, this, &DashboardEditing::wanted);
    connect(m_pane, &EditingPane::alertRequested, this, &DashboardEditing::alertRequested);
    connect(m_pane, &EditingPane::told, this, &DashboardEditing::told);
    connect(m_pane, &EditingPane::editingEnded, this, [this] { leave([this] { end(); }); });
    connect(m_workspace, &Workspace::queryEngineChanged, this, [this] { m_pane->setContext(context()); });
    connect(m_workspace, &Workspace::ticked, this, [this](const CollectorTick &tick) {
        if (isActive())
            m_catalog->setSnapshot(tick.snapshot);
    });
}

void DashboardEditing::begin(const Origin &origin)
{
    if (m_document)
        return;
    m_saved = false;
    const bool own = !origin.source.isEmpty() && QDir::isAbsolutePath(origin.source) &&
                     isOwnForm(origin.text.toStdString());
    m_origin.reset();
    if (!own && !origin.source.isEmpty())
        m_origin = origin.spec;
    m_document = own ? std::make_unique<DashboardDocument>(origin.spec, origin.source, origin.text)
                     : DashboardDocument::copyOf(origin.spec, folder());
    connect(m_document.get(), &DashboardDocument::changed, this, &DashboardEditing::changed);
    connect(m_document.get(), &DashboardDocument::stateChanged, this, [this] {
        m_saved = m_saved || (m_document->hasFile() && !m_document->isDirty());
        watchFile();
        emit stateChanged();
    });
    watchFile();
    m_catalog->setSnapshot(m_workspace->lastTick().snapshot);
    m_pane->setContext(context());
    emit changed();
    m_pane->setDocument(m_document.get());
    emit stateChanged();
}

void DashboardEditing::watchFile()
{
    const QString path = m_document != nullptr && m_document->hasFile() ? m_document->path() : QString();
    if (path == m_watched)
        return;
    m_watched = path;
    m_watch.reset();
    if (path.isEmpty())
        return;
    m_reading = std::make_unique<BackgroundTask<Reading>>([this](const Reading &reading) {
        if (!m_document || reading.path != m_document->path() || !reading.known)
            return;
        m_document->diskChanged(reading.text);
        if (m_watch)
            m_watch->watch({reading.path, QFileInfo(reading.path).absolutePath()});
    });
    m_watch = std::make_unique<FileWatch>();
    m_watch->watch({path, QFileInfo(path).absolutePath()});
    connect(m_watch.get(), &FileWatch::changed, this, &DashboardEditing::readFile);
}

void DashboardEditing::readFile()
{
    m_reading->startAgain([path = m_watched] {
        Reading reading{path, {}, true};
        const std::size_t most = DashboardLimits().bytes + 1;
        if (const Result<std::string> bytes = readRegularFile(path, most))
            reading.text = QByteArray::fromStdString(*bytes);
        else
            reading.known = !QFileInfo::exists(path);
        return reading;
    });
}

void DashboardEditing::leave(const std::function<void()> &then)
{
    if (!isDirty()) {
        then();
        return;
    }
    auto *box = new QMessageBox(m_pane->window());
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("“%1” has changes that are not saved.").arg(displayText(m_document->spec().title, 100)));
    const QPushButton *save = box->addButton(tr("Save"), QMessageBox::AcceptRole);
    const QPushButton *lose = box->addButton(tr("Do not save"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    connect(box, &QMessageBox::buttonClicked, this, [this, save, lose, then](const QAbstractButton *clicked) {
        if (clicked == save)
            m_pane->bar()->save();
        // What could not be saved has said why, and stays.
        if (clicked == lose || (clicked == save && !isDirty()))
            then();
    });
    box->open();
}

void DashboardEditing::end()
{
    if (!m_document)
        return;
    const QString saved = m_saved && m_document->hasFile() ? m_document->path() : QString();
    m_pane->setDocument(nullptr);
    m_document->disconnect();
    m_document.reset();
    watchFile();
    m_catalog->setSnapshot(nullptr);
    m_pane->refresh({});
    emit stateChanged();
    emit ended(saved);
}

void DashboardEditing::originChanged(const DashboardSpec &dashboard)
{
    if (!m_document || !m_origin || dashboard == *m_origin)
        return;
    m_origin = dashboard;
    m_document->originChanged(dashboard);
}

void DashboardEditing::fileChanged(const QString &source, const std::optional<QByteArray> &text)
{
    if (m_document && source == m_document->path())
        m_document->diskChanged(text);
}

void DashboardEditing::setQuestion(const DashboardFeed::Question &question)
{
    // Nobody else keeps a snapshot alive here.
    m_pane->refresh(isActive() ? question : DashboardFeed::Question());
}

void DashboardEditing::setShownTime(const PanelTime &time)
{
    m_pane->setShownTime(time);
}

} // namespace sightglass
