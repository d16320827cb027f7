//! Objects that JavaScript holds by number.

use alloc::sync::Arc;
use alloc::vec::Vec;

use crate::refusal::Refusal;

/// Objects of one kind. A number is not used again while its object lives.
#[derive(Debug)]
pub struct Handles<T> {
    places: Vec<Option<Arc<T>>>,
}

impl<T> Handles<T> {
    /// No objects.
    #[must_use]
    pub const fn new() -> Self {
        Self { places: Vec::new() }
    }

    /// Keeps an object and returns its number.
    pub fn insert(&mut self, object: T) -> u32 {
        let object = Some(Arc::new(object));
        let free = self.places.iter().position(Option::is_none);
        let place = free.unwrap_or(self.places.len());
        match self.places.get_mut(place) {
            Some(empty) => *empty = object,
            None => self.places.push(object),
        }
        u32::try_from(place).unwrap_or(u32::MAX)
    }

    /// The object with this number.
    ///
    /// # Errors
    /// A refusal when there is none, or no more.
    pub fn object(&self, handle: u32) -> Result<Arc<T>, Refusal> {
        let place = usize::try_from(handle).ok().and_then(|place| self.places.get(place));
        place.and_then(Option::clone).ok_or(CLOSED)
    }

    /// The object with this number, to be changed.
    ///
    /// # Errors
    /// A refusal when there is none, or a call still uses it.
    pub fn object_mut(&mut self, handle: u32) -> Result<&mut T, Refusal> {
        let place = usize::try_from(handle).ok().and_then(|place| self.places.get_mut(place));
        place.and_then(Option::as_mut).and_then(Arc::get_mut).ok_or(CLOSED)
    }

    /// Lets go of the object with this number.
    pub fn remove(&mut self, handle: u32) {
        if let Some(place) = usize::try_from(handle).ok().and_then(|place| self.places.get_mut(place)) {
            *place = None;
        }
    }
}

impl<T> Default for Handles<T> {
    fn default() -> Self {
        Self::new()
    }
}

const CLOSED: Refusal = Refusal::new("closed", "this object was closed");
