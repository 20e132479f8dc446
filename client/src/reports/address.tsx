/** Where the product is served: a receipt's picture must lead there from another device, also when the server draws it. */
import { createContext, type ReactNode, useContext } from "react";

const AddressContext = createContext("");

export function AddressProvider({ address, children }: { address: string; children: ReactNode }) {
  return <AddressContext value={address}>{children}</AddressContext>;
}

export const useAddress = () => useContext(AddressContext);
