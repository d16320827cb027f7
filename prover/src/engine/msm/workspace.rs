//! Memory of a task, used again by the next one.

use std::sync::{Mutex, PoisonError};

use zeroize::Zeroizing;

use super::{BatchAdder, Entry};

/// What summing up a slice of groups needs.
pub(in crate::engine) struct Workspace<A: BatchAdder> {
    pub(super) scratch: A::Scratch,
    /// The entries that are left, group after group, and those of the next round.
    pub(super) entries: Zeroizing<Vec<Entry>>,
    pub(super) next: Zeroizing<Vec<Entry>>,
    pub(super) pairs: Zeroizing<Vec<[Entry; 2]>>,
    /// For each group its number and how many entries are left.
    pub(super) counts: Zeroizing<Vec<[u32; 2]>>,
    pub(super) sums: Vec<A::Point>,
    pub(super) vanished: Vec<usize>,
}

/// Workspaces that nobody uses at the moment.
pub(in crate::engine) struct WorkspacePool<'a, A: BatchAdder> {
    adder: &'a A,
    idle: Mutex<Vec<Workspace<A>>>,
}

impl<'a, A: BatchAdder> WorkspacePool<'a, A> {
    pub(in crate::engine) const fn new(adder: &'a A) -> Self {
        Self { adder, idle: Mutex::new(Vec::new()) }
    }

    /// The arithmetic.
    pub(in crate::engine) const fn adder(&self) -> &'a A {
        self.adder
    }

    /// Runs a task with a workspace of its own.
    pub(in crate::engine) fn with<T>(&self, task: impl FnOnce(&mut Workspace<A>) -> T) -> T {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut workspace = idle.unwrap_or_else(|| Workspace {
            scratch: self.adder.scratch(),
            entries: Zeroizing::default(),
            next: Zeroizing::default(),
            pairs: Zeroizing::default(),
            counts: Zeroizing::default(),
            // a task of n entries makes fewer than n sums
            sums: vec![self.adder.filler(); A::CHUNK],
            vanished: Vec::new(),
        });
        let result = task(&mut workspace);
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(workspace);
        result
    }
}
