// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/playlistdialog.h"

#include "app/desktop/playlist.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace sightglass {

namespace {

constexpr int keyRole = Qt::UserRole;

void addRow(QListWidget *list, const PlaylistDialog::Choice &choice, bool isChosen)
{
    auto *item = new QListWidgetItem(choice.title, list);
    item->setData(keyRole, choice.key);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable |
                   Qt::ItemIsDragEnabled);
    item->setCheckState(isChosen ? Qt::Checked : Qt::Unchecked);
}

} // namespace

PlaylistDialog::PlaylistDialog(const QList<Choice> &dashboards, const QStringList &chosen, int seconds,
                               QWidget *parent)
    : QDialog(parent)
    , m_list(new QListWidget(this))
    , m_seconds(new QSpinBox(this))
{
    setWindowTitle(tr("Playlist"));
    m_list->setObjectName(QStringLiteral("playlistDashboards"));
    m_list->setAccessibleName(tr("Dashboards"));
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->setMinimumSize(360, 220);
    QList<Choice> ordered;
    for (const QString &key : chosen) {
        const auto found = std::ranges::find(dashboards, key, &Choice::key);
        if (found != dashboards.end())
            ordered << *found;
    }
    for (const Choice &choice : dashboards) {
        m_all << choice.key;
        if (!chosen.contains(choice.key))
            ordered << choice;
    }
    for (const Choice &choice : ordered)
        addRow(m_list, choice, chosen.isEmpty() || chosen.contains(choice.key));
    m_list->setCurrentRow(0);
    m_seconds->setRange(Playlist::leastSeconds, Playlist::mostSeconds);
    m_seconds->setValue(seconds);
    m_seconds->setSuffix(tr(" s"));

    auto *up = new QPushButton(tr("&Up"), this);
    auto *down = new QPushButton(tr("&Down"), this);
    up->setObjectName(QStringLiteral("playlistUp"));
    down->setObjectName(QStringLiteral("playlistDown"));
    connect(up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
    auto *moves = new QVBoxLayout;
    moves->addWidget(up);
    moves->addWidget(down);
    moves->addStretch(1);
    auto *row = new QHBoxLayout;
    row->addWidget(m_list, 1);
    row->addLayout(moves);
    auto *form = new QFormLayout;
    form->addRow(tr("&Each for"), m_seconds);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *box = new QVBoxLayout(this);
    auto *label = new QLabel(tr("&Show in turn, from the top:"), this);
    label->setBuddy(m_list);
    box->addWidget(label);
    box->addLayout(row, 1);
    box->addLayout(form);
    box->addWidget(buttons);
}

void PlaylistDialog::moveCurrent(int step)
{
    const int from = m_list->currentRow();
    const int to = from + step;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    m_list->insertItem(to, m_list->takeItem(from));
    m_list->setCurrentRow(to);
}

QStringList PlaylistDialog::chosen() const
{
    QStringList keys;
    for (int row = 0; row < m_list->count(); ++row) {
        const QListWidgetItem *item = m_list->item(row);
        if (item->checkState() == Qt::Checked)
            keys << item->data(keyRole).toString();
    }
    return keys == m_all ? QStringList() : keys;
}

int PlaylistDialog::seconds() const
{
    return m_seconds->value();
}

} // namespace sightglass
