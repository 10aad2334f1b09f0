// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/views/lossbar.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sightglass {

namespace {

QToolButton *makeButton(const char *name, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(toolTip);
    button->setAutoRaise(true);
    return button;
}

void addLosses(QTreeWidget *tree, const QString &title, const QStringList &losses)
{
    if (losses.isEmpty())
        return;
    auto *owner = new QTreeWidgetItem(tree, {title});
    for (const QString &loss : losses)
        new QTreeWidgetItem(owner, {loss});
    owner->setExpanded(true);
}

} // namespace

int DashboardLosses::count() const
{
    auto count = ofDashboard.size();
    for (const OfPanel &panel : ofPanels)
        count += panel.losses.size();
    return static_cast<int>(count);
}

QString DashboardLosses::text() const
{
    QString text;
    for (const QString &loss : ofDashboard)
        text += loss + u'\n';
    for (const OfPanel &panel : ofPanels) {
        text += panel.title + u'\n';
        for (const QString &loss : panel.losses)
            text += QStringLiteral("  ") + loss + u'\n';
    }
    return text;
}

LossBar::LossBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel)
    , m_show(makeButton("showLosses", tr("Show"), tr("List what is not honoured")))
    , m_away(makeButton("hideLosses", QStringLiteral("×"), tr("Put this line away")))
{
    setObjectName(QStringLiteral("lossBar"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 8, 3);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_show);
    layout->addWidget(m_away);
    connect(m_show, &QToolButton::clicked, this, &LossBar::showList);
    connect(m_away, &QToolButton::clicked, this, [this] {
        m_putAway = true;
        update();
    });
    update();
}

void LossBar::setTheme(const Theme &theme)
{
    QPalette own = theme.palette();
    own.setColor(QPalette::Window, theme.surfaceRaised);
    own.setColor(QPalette::WindowText, theme.text);
    setPalette(own);
    setAutoFillBackground(true);
}

void LossBar::setLosses(const DashboardLosses &losses)
{
    if (losses == m_losses)
        return;
    m_losses = losses;
    m_putAway = false;
    if (m_list)
        m_list->close();
    update();
}

void LossBar::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    m_putAway = false;
    update();
}

QString LossBar::text() const
{
    if (!m_problem.isEmpty())
        return tr("The file is broken; what it said before is still shown. %1").arg(m_problem);
    const int count = m_losses.count();
    if (count == 0)
        return {};
    const auto panels = static_cast<int>(m_losses.ofPanels.size());
    const QString what =
        tr("%n thing(s) of this dashboard cannot be shown as they were meant", nullptr, count);
    return panels == 0 ? what : what + QStringLiteral(" · ") + tr("%n panel(s) concerned", nullptr, panels);
}

void LossBar::update()
{
    m_text->setText(text());
    m_show->setVisible(m_losses.count() > 0);
    setVisible(!m_putAway && !text().isEmpty());
}

void LossBar::showList()
{
    if (m_list) {
        m_list->raise();
        return;
    }
    m_list = new QDialog(this);
    m_list->setAttribute(Qt::WA_DeleteOnClose);
    m_list->setWindowTitle(tr("What is not honoured"));
    auto *tree = new QTreeWidget;
    tree->setHeaderHidden(true);
    tree->setWordWrap(true);
    tree->setTextElideMode(Qt::ElideNone);
    tree->setAccessibleName(tr("What is not honoured"));
    addLosses(tree, tr("The dashboard"), m_losses.ofDashboard);
    for (const DashboardLosses::OfPanel &panel : m_losses.ofPanels)
        addLosses(tree, panel.title.isEmpty() ? tr("A panel without a title") : panel.title, panel.losses);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    connect(copy, &QPushButton::clicked, this,
            [this] { QApplication::clipboard()->setText(m_losses.text()); });
    connect(buttons, &QDialogButtonBox::rejected, m_list, &QDialog::close);
    auto *layout = new QVBoxLayout(m_list);
    layout->addWidget(tree);
    layout->addWidget(buttons);
    m_list->resize(720, 420);
    m_list->show();
}

} // namespace sightglass
